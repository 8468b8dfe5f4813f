package com.dmverify.sandbox.v2.dm;

import com.dmverify.sandbox.activity.PostOffice;
import com.dmverify.sandbox.decision.Attempt;
import com.dmverify.sandbox.decision.Endpoint;
import com.dmverify.sandbox.decision.XDoor;
import com.dmverify.sandbox.message.DirectMessage;
import com.dmverify.sandbox.wire.Fields;
import com.dmverify.sandbox.wire.Reply;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** {@code POST /2/dm_conversations…}: one budget for all three, 201 and a Location with quotes in it (recorded). */
@Configuration(proxyBeanMethods = false)
class V2DmSending {

    private final XDoor door;
    private final V2DraftReader reader;
    private final V2GroupReader groups;
    private final PostOffice postOffice;

    V2DmSending(XDoor door, V2DraftReader reader, V2GroupReader groups, PostOffice postOffice) {
        this.door = door;
        this.reader = reader;
        this.groups = groups;
        this.postOffice = postOffice;
    }

    @Bean
    @Order(1)
    RouterFunction<ServerResponse> v2DmSendingRoutes() {
        return RouterFunctions.route()
                .POST(
                        "/2/dm_conversations/with/{participant_id}/messages",
                        door.message(Endpoint.V2_DM_SEND, reader::toParticipant, this::accept))
                .POST(
                        "/2/dm_conversations/{dm_conversation_id}/messages",
                        door.message(Endpoint.V2_DM_SEND, reader::toConversation, this::accept))
                .POST("/2/dm_conversations", door.message(Endpoint.V2_DM_SEND, groups::read, this::open))
                .build();
    }

    private Reply open(Attempt attempt) {
        groups.open(attempt);
        return accept(attempt);
    }

    private Reply accept(Attempt attempt) {
        DirectMessage message = postOffice.accept(
                attempt.me(),
                attempt.recipients(),
                attempt.draft(),
                attempt.caller().app().id());
        Fields data = Fields.of("dm_conversation_id", message.conversation()).with("dm_event_id", message.idText());
        return Reply.json(201, Fields.of("data", data))
                .header("location", "https://api.twitter.com/2/dm_events/\"" + message.idText() + "\"");
    }
}
