package com.dmverify.sandbox.control.state;

import com.dmverify.sandbox.activity.ChangeStream;
import com.dmverify.sandbox.control.ControlHandlers;
import com.dmverify.sandbox.http.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The web page at {@code /} and its stream of changes. */
@Configuration(proxyBeanMethods = false)
class PageRoutes {

    /** Allows only scripts, styles and images of this server. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:;"
                    + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final ControlHandlers handlers;
    private final ChangeStream changes;

    PageRoutes(ControlHandlers handlers, ChangeStream changes) {
        this.handlers = handlers;
        this.changes = changes;
    }

    @Bean
    @Order(36)
    RouterFunction<ServerResponse> pageRouterFunction() {
        return RouterFunctions.route()
                .GET("/", handlers.handle(request -> page("index.html", "text/html;charset=utf-8")))
                .GET("/page.css", handlers.handle(request -> page("page.css", "text/css;charset=utf-8")))
                .GET("/page.js", handlers.handle(request -> page("page.js", "text/javascript;charset=utf-8")))
                .GET("/sandbox/changes", this::changes)
                .build();
    }

    private Mono<ServerResponse> changes(ServerRequest request) {
        return ServerResponse.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .header("cache-control", "no-store")
                .body(BodyInserters.fromServerSentEvents(changes.watch()
                        .map(version -> ServerSentEvent.builder(version.toString())
                                .event("change")
                                .build())));
    }

    private static Reply page(String file, String type) {
        try (InputStream in = PageRoutes.class.getResourceAsStream("/x-sandbox-page/" + file)) {
            byte[] bytes = in == null ? new byte[0] : in.readAllBytes();
            return Reply.text(200, type, bytes)
                    .header("content-security-policy", POLICY)
                    .header("x-content-type-options", "nosniff")
                    .header("cache-control", "no-cache");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
