package com.dmverify.sandbox.v1.dm;

import com.dmverify.sandbox.activity.PostOffice;
import com.dmverify.sandbox.decision.Attempt;
import com.dmverify.sandbox.decision.Endpoint;
import com.dmverify.sandbox.decision.XDoor;
import com.dmverify.sandbox.people.Ids;
import com.dmverify.sandbox.people.People;
import com.dmverify.sandbox.people.Person;
import com.dmverify.sandbox.refusal.Refusal;
import com.dmverify.sandbox.refusal.Refused;
import com.dmverify.sandbox.wire.Reply;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** {@code indicate_typing} and {@code mark_read}: parameters in the query or in a form, 204. */
@Configuration(proxyBeanMethods = false)
class V1Signals {

    private final XDoor door;
    private final People people;
    private final PostOffice postOffice;

    V1Signals(XDoor door, People people, PostOffice postOffice) {
        this.door = door;
        this.people = people;
        this.postOffice = postOffice;
    }

    @Bean
    @Order(5)
    RouterFunction<ServerResponse> v1SignalRoutes() {
        return RouterFunctions.route()
                .POST("/1.1/direct_messages/indicate_typing.json", door.to(Endpoint.V1_DM_SIGNAL, this::typing))
                .POST("/1.1/direct_messages/mark_read.json", door.to(Endpoint.V1_DM_SIGNAL, this::read))
                .build();
    }

    private Reply typing(Attempt attempt) {
        postOffice.typing(attempt.me(), other(attempt));
        return Reply.noContent();
    }

    private Reply read(Attempt attempt) {
        long last = Ids.parse(required(attempt, "last_read_event_id"))
                .orElseThrow(() -> Refused.because(Refusal.BAD_REQUEST, "last_read_event_id is not an id."));
        postOffice.read(attempt.me(), other(attempt), last);
        return Reply.noContent();
    }

    private Person other(Attempt attempt) {
        return people.byId(required(attempt, "recipient_id"))
                .orElseThrow(() -> Refused.because(Refusal.USER_NOT_FOUND));
    }

    private static String required(Attempt attempt, String name) {
        return attempt.call().param(name).orElseThrow(() -> Refused.because(Refusal.PARAMETER_MISSING, name));
    }
}
