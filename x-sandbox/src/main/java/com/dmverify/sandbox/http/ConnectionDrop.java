package com.dmverify.sandbox.http;

import org.springframework.http.server.reactive.AbstractServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableChannel;
import reactor.netty.http.server.HttpServerResponse;

/** Closes a connection without an answer. */
final class ConnectionDrop {

    private ConnectionDrop() {}

    static Mono<ServerResponse> drop() {
        return ServerResponse.ok().build((exchange, context) -> close(exchange));
    }

    private static Mono<Void> close(ServerWebExchange exchange) {
        ServerHttpResponse response = exchange.getResponse();
        while (response instanceof ServerHttpResponseDecorator decorator) {
            response = decorator.getDelegate();
        }
        if (response instanceof AbstractServerHttpResponse ours
                && ours.getNativeResponse() instanceof HttpServerResponse netty) {
            netty.withConnection(DisposableChannel::dispose);
        }
        return Mono.never();
    }
}
