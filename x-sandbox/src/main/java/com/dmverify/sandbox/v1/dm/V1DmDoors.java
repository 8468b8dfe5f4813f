package com.dmverify.sandbox.v1.dm;

import com.dmverify.sandbox.activity.PostOffice;
import com.dmverify.sandbox.decision.Attempt;
import com.dmverify.sandbox.decision.Endpoint;
import com.dmverify.sandbox.decision.XDoor;
import com.dmverify.sandbox.message.DirectMessage;
import com.dmverify.sandbox.message.Messages;
import com.dmverify.sandbox.people.Ids;
import com.dmverify.sandbox.portrait.V1Message;
import com.dmverify.sandbox.refusal.Refusal;
import com.dmverify.sandbox.refusal.Refused;
import com.dmverify.sandbox.wire.Fields;
import com.dmverify.sandbox.wire.Reply;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** {@code direct_messages/events/…}: new, show, list, destroy. */
@Configuration(proxyBeanMethods = false)
class V1DmDoors {

    private static final String EVENTS = "/1.1/direct_messages/events/";

    private final XDoor door;
    private final V1DraftReader reader;
    private final V1DmList list;
    private final PostOffice postOffice;
    private final Messages messages;
    private final V1Message portrait;

    V1DmDoors(
            XDoor door,
            V1DraftReader reader,
            V1DmList list,
            PostOffice postOffice,
            Messages messages,
            V1Message portrait) {
        this.door = door;
        this.reader = reader;
        this.list = list;
        this.postOffice = postOffice;
        this.messages = messages;
        this.portrait = portrait;
    }

    @Bean
    @Order(4)
    RouterFunction<ServerResponse> v1DmRoutes() {
        return RouterFunctions.route()
                .POST(EVENTS + "new.json", door.message(Endpoint.V1_DM_SEND, reader::read, this::accept))
                .GET(EVENTS + "show.json", door.to(Endpoint.V1_DM_SHOW, this::show))
                .GET(EVENTS + "list.json", door.to(Endpoint.V1_DM_LIST, list::of))
                .DELETE(EVENTS + "destroy.json", door.to(Endpoint.V1_DM_DESTROY, this::destroy))
                .build();
    }

    /** 200, not 201; no {@code apps} and no {@code source_app_id} (recorded 2019). */
    private Reply accept(Attempt attempt) {
        DirectMessage message = postOffice.accept(
                attempt.me(),
                attempt.recipients(),
                attempt.draft(),
                attempt.caller().app().id());
        return Reply.json(200, Fields.of("event", portrait.of(message, false)));
    }

    private Reply show(Attempt attempt) {
        DirectMessage message = mine(attempt);
        long me = attempt.me().id();
        return Reply.json(
                200,
                Fields.of("event", portrait.of(message, message.sender() == me))
                        .with("apps", portrait.apps(List.of(message), me)));
    }

    /** Only from one's own view: the other one keeps it. */
    private Reply destroy(Attempt attempt) {
        messages.deleteFromMailbox(attempt.me().id(), mine(attempt).id());
        return Reply.noContent();
    }

    private DirectMessage mine(Attempt attempt) {
        String id = attempt.call().param("id").orElseThrow(() -> Refused.because(Refusal.PARAMETER_MISSING, "id"));
        return messages.inMailbox(attempt.me().id(), Ids.parse(id).orElse(-1))
                .filter(message -> !message.isGroup())
                .orElseThrow(() -> Refused.because(Refusal.PAGE_DOES_NOT_EXIST));
    }
}
