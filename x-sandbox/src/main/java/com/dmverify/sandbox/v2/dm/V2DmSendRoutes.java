package com.dmverify.sandbox.v2.dm;

import com.dmverify.sandbox.activity.MessageDelivery;
import com.dmverify.sandbox.decision.ApiHandlers;
import com.dmverify.sandbox.decision.ApiRequest;
import com.dmverify.sandbox.decision.Endpoint;
import com.dmverify.sandbox.http.JsonObject;
import com.dmverify.sandbox.http.Reply;
import com.dmverify.sandbox.message.DirectMessage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** {@code POST /2/dm_conversations…}: one limit for all three, 201 and a Location with quotes (recorded). */
@Configuration(proxyBeanMethods = false)
class V2DmSendRoutes {

    private final ApiHandlers handlers;
    private final V2DraftReader reader;
    private final V2GroupReader groups;
    private final MessageDelivery messageDelivery;

    V2DmSendRoutes(ApiHandlers handlers, V2DraftReader reader, V2GroupReader groups, MessageDelivery messageDelivery) {
        this.handlers = handlers;
        this.reader = reader;
        this.groups = groups;
        this.messageDelivery = messageDelivery;
    }

    @Bean
    @Order(1)
    RouterFunction<ServerResponse> v2DmSendingRouterFunction() {
        return RouterFunctions.route()
                .POST(
                        "/2/dm_conversations/with/{participant_id}/messages",
                        handlers.handleMessage(Endpoint.V2_DM_SEND, reader::toParticipant, this::accept))
                .POST(
                        "/2/dm_conversations/{dm_conversation_id}/messages",
                        handlers.handleMessage(Endpoint.V2_DM_SEND, reader::toConversation, this::accept))
                .POST("/2/dm_conversations", handlers.handleMessage(Endpoint.V2_DM_SEND, groups::read, this::open))
                .build();
    }

    private Reply open(ApiRequest request) {
        groups.open(request);
        return accept(request);
    }

    private Reply accept(ApiRequest request) {
        DirectMessage message = messageDelivery.accept(
                request.me(),
                request.recipients(),
                request.draft(),
                request.caller().app().id());
        JsonObject data =
                JsonObject.of("dm_conversation_id", message.conversation()).with("dm_event_id", message.idText());
        return Reply.json(201, JsonObject.of("data", data))
                .header("location", "https://api.twitter.com/2/dm_events/\"" + message.idText() + "\"");
    }
}
