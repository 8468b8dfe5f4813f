package com.dmverify.sandbox.control;

import com.dmverify.sandbox.refusal.Refusal;
import com.dmverify.sandbox.refusal.Refused;
import com.dmverify.sandbox.wire.Call;
import com.dmverify.sandbox.wire.Exchange;
import com.dmverify.sandbox.wire.Reply;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Whatever no other door takes: 404 in the words of the generation, or in plain ones. */
@Configuration(proxyBeanMethods = false)
class NoSuchDoor {

    private final Exchange exchange;

    NoSuchDoor(Exchange exchange) {
        this.exchange = exchange;
    }

    @Bean
    @Order(100)
    RouterFunction<ServerResponse> noSuchDoorRoutes() {
        return RouterFunctions.route(RequestPredicates.all(), exchange.quick(NoSuchDoor::answer));
    }

    private static Reply answer(Call call) {
        String path = call.uri().getRawPath();
        boolean ofX = path.startsWith("/1.1/") || path.startsWith("/2/") || path.startsWith("/oauth");
        return ofX
                ? Refused.because(Refusal.PAGE_DOES_NOT_EXIST).reply(call.generation())
                : Complaint.notFound("There is no " + call.method() + " " + path + " here; the README lists the doors.")
                        .reply();
    }
}
