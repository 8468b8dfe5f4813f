package com.dmverify.connections.page;

import io.netty.channel.EventLoop;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

/**
 * Lets our answers be written by the event loop of their connection: Reactor Netty 1.3.7 now and then loses one that another
 * thread writes while the loop is still busy with the end of the request, and our pages come from virtual threads.
 */
final class EventLoopAnswers implements WebFilter, Ordered {

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        EventLoop loop = loopOf(exchange.getRequest());
        if (loop == null || !exchange.getRequest().getPath().value().startsWith(Paths.ROOT)) {
            return chain.filter(exchange);
        }
        return chain.filter(exchange.mutate()
                .response(new EventLoopResponse(exchange.getResponse(), loop))
                .build());
    }

    private static @Nullable EventLoop loopOf(ServerHttpRequest request) {
        AtomicReference<@Nullable EventLoop> loop = new AtomicReference<>();
        if (ServerHttpRequestDecorator.getNativeRequest(request) instanceof HttpServerRequest netty) {
            netty.withConnection(connection -> loop.set(connection.channel().eventLoop()));
        }
        return loop.get();
    }
}
