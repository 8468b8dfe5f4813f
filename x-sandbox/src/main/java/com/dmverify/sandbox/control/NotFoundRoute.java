package com.dmverify.sandbox.control;

import com.dmverify.sandbox.error.ApiError;
import com.dmverify.sandbox.error.ApiException;
import com.dmverify.sandbox.http.Call;
import com.dmverify.sandbox.http.Exchange;
import com.dmverify.sandbox.http.Reply;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Answers every other path with 404, in the error format of the API version or as a problem. */
@Configuration(proxyBeanMethods = false)
class NotFoundRoute {

    private final Exchange exchange;

    NotFoundRoute(Exchange exchange) {
        this.exchange = exchange;
    }

    @Bean
    @Order(100)
    RouterFunction<ServerResponse> notFoundRouterFunction() {
        return RouterFunctions.route(RequestPredicates.all(), exchange.onEventLoop(NotFoundRoute::answer));
    }

    private static Reply answer(Call call) {
        String path = call.uri().getRawPath();
        boolean ofX = path.startsWith("/1.1/") || path.startsWith("/2/") || path.startsWith("/oauth");
        return ofX
                ? ApiException.of(ApiError.PAGE_DOES_NOT_EXIST).reply(call.apiVersion())
                : ControlProblem.notFound(
                                "There is no " + call.method() + " " + path + " here; the README lists the calls.")
                        .reply();
    }
}
