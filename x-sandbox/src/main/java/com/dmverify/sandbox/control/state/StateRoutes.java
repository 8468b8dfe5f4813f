package com.dmverify.sandbox.control.state;

import com.dmverify.sandbox.control.ControlHandlers;
import com.dmverify.sandbox.control.UserDirectory;
import com.dmverify.sandbox.http.Reply;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** {@code /sandbox/stats}, {@code deliveries}, {@code brands}, {@code webhooks}, {@code budget} and {@code reset}. */
@Configuration(proxyBeanMethods = false)
class StateRoutes {

    private final ControlHandlers handlers;
    private final UserDirectory directory;
    private final SandboxState state;

    StateRoutes(ControlHandlers handlers, UserDirectory directory, SandboxState state) {
        this.handlers = handlers;
        this.directory = directory;
        this.state = state;
    }

    @Bean
    @Order(35)
    RouterFunction<ServerResponse> stateRouterFunction() {
        return RouterFunctions.route()
                .GET("/sandbox/stats", handlers.handle(request -> Reply.json(200, state.stats())))
                .GET(
                        "/sandbox/deliveries",
                        handlers.handle(request -> Reply.json(200, state.deliveries(request.limit(50, 1000)))))
                .GET("/sandbox/brands", handlers.handle(request -> Reply.json(200, directory.brands())))
                .GET("/sandbox/webhooks", handlers.handle(request -> Reply.json(200, state.webhooks())))
                .GET(
                        "/sandbox/budget",
                        handlers.handle(request -> Reply.json(200, state.budget(directory.brand(request)))))
                .POST("/sandbox/reset", handlers.handle(request -> state.reset()))
                .build();
    }
}
