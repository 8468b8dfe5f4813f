package com.dmverify.sandbox.v1.dm;

import com.dmverify.sandbox.activity.MessageDelivery;
import com.dmverify.sandbox.decision.ApiHandlers;
import com.dmverify.sandbox.decision.ApiRequest;
import com.dmverify.sandbox.decision.Endpoint;
import com.dmverify.sandbox.error.ApiError;
import com.dmverify.sandbox.error.ApiException;
import com.dmverify.sandbox.http.Reply;
import com.dmverify.sandbox.person.Ids;
import com.dmverify.sandbox.person.People;
import com.dmverify.sandbox.person.Person;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** {@code indicate_typing} and {@code mark_read}: parameters in the query or in a form, 204. */
@Configuration(proxyBeanMethods = false)
class V1SignalRoutes {

    private final ApiHandlers handlers;
    private final People people;
    private final MessageDelivery messageDelivery;

    V1SignalRoutes(ApiHandlers handlers, People people, MessageDelivery messageDelivery) {
        this.handlers = handlers;
        this.people = people;
        this.messageDelivery = messageDelivery;
    }

    @Bean
    @Order(5)
    RouterFunction<ServerResponse> v1SignalRouterFunction() {
        return RouterFunctions.route()
                .POST("/1.1/direct_messages/indicate_typing.json", handlers.handle(Endpoint.V1_DM_SIGNAL, this::typing))
                .POST("/1.1/direct_messages/mark_read.json", handlers.handle(Endpoint.V1_DM_SIGNAL, this::read))
                .build();
    }

    private Reply typing(ApiRequest request) {
        messageDelivery.typing(request.me(), other(request));
        return Reply.noContent();
    }

    private Reply read(ApiRequest request) {
        long last = Ids.parse(required(request, "last_read_event_id"))
                .orElseThrow(() -> ApiException.of(ApiError.BAD_REQUEST, "last_read_event_id is not an id."));
        messageDelivery.read(request.me(), other(request), last);
        return Reply.noContent();
    }

    private Person other(ApiRequest request) {
        return people.byId(required(request, "recipient_id"))
                .orElseThrow(() -> ApiException.of(ApiError.USER_NOT_FOUND));
    }

    private static String required(ApiRequest request, String name) {
        return request.call().param(name).orElseThrow(() -> ApiException.of(ApiError.PARAMETER_MISSING, name));
    }
}
