package com.dmverify.sandbox.v1.dm;

import com.dmverify.sandbox.activity.MessageDelivery;
import com.dmverify.sandbox.decision.ApiHandlers;
import com.dmverify.sandbox.decision.ApiRequest;
import com.dmverify.sandbox.decision.Endpoint;
import com.dmverify.sandbox.error.ApiError;
import com.dmverify.sandbox.error.ApiException;
import com.dmverify.sandbox.http.JsonObject;
import com.dmverify.sandbox.http.Reply;
import com.dmverify.sandbox.json.V1MessageJson;
import com.dmverify.sandbox.message.DirectMessage;
import com.dmverify.sandbox.message.Messages;
import com.dmverify.sandbox.person.Ids;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** {@code direct_messages/events/…}: new, show, list, destroy. */
@Configuration(proxyBeanMethods = false)
class V1DmRoutes {

    private static final String EVENTS = "/1.1/direct_messages/events/";

    private final ApiHandlers handlers;
    private final V1DraftReader reader;
    private final V1DmList list;
    private final MessageDelivery messageDelivery;
    private final Messages messages;
    private final V1MessageJson json;

    V1DmRoutes(
            ApiHandlers handlers,
            V1DraftReader reader,
            V1DmList list,
            MessageDelivery messageDelivery,
            Messages messages,
            V1MessageJson json) {
        this.handlers = handlers;
        this.reader = reader;
        this.list = list;
        this.messageDelivery = messageDelivery;
        this.messages = messages;
        this.json = json;
    }

    @Bean
    @Order(4)
    RouterFunction<ServerResponse> v1DmRouterFunction() {
        return RouterFunctions.route()
                .POST(EVENTS + "new.json", handlers.handleMessage(Endpoint.V1_DM_SEND, reader::read, this::accept))
                .GET(EVENTS + "show.json", handlers.handle(Endpoint.V1_DM_SHOW, this::show))
                .GET(EVENTS + "list.json", handlers.handle(Endpoint.V1_DM_LIST, list::of))
                .DELETE(EVENTS + "destroy.json", handlers.handle(Endpoint.V1_DM_DESTROY, this::destroy))
                .build();
    }

    /** Answers 200 without {@code apps} and {@code source_app_id} (recorded 2019). */
    private Reply accept(ApiRequest request) {
        DirectMessage message = messageDelivery.accept(
                request.me(),
                request.recipients(),
                request.draft(),
                request.caller().app().id());
        return Reply.json(200, JsonObject.of("event", json.of(message, false)));
    }

    private Reply show(ApiRequest request) {
        DirectMessage message = mine(request);
        long me = request.me().id();
        return Reply.json(
                200,
                JsonObject.of("event", json.of(message, message.sender() == me))
                        .with("apps", json.apps(List.of(message), me)));
    }

    /** Deletes the message from the caller's mailbox only. */
    private Reply destroy(ApiRequest request) {
        messages.deleteFromMailbox(request.me().id(), mine(request).id());
        return Reply.noContent();
    }

    private DirectMessage mine(ApiRequest request) {
        String id = request.call().param("id").orElseThrow(() -> ApiException.of(ApiError.PARAMETER_MISSING, "id"));
        return messages.inMailbox(request.me().id(), Ids.parse(id).orElse(-1))
                .filter(message -> !message.isGroup())
                .orElseThrow(() -> ApiException.of(ApiError.PAGE_DOES_NOT_EXIST));
    }
}
