package com.dmverify.reactornetty;

import io.netty.channel.EventLoop;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.netty.http.server.HttpServerRequest;

/**
 * Works around a defect of Reactor Netty 1.3.7: each response is written by the event loop of its connection. As a bean it
 * covers the whole server. Servers other than Reactor Netty's are unchanged.
 *
 * <p>Reactor Netty now and then loses a response that another thread writes while the loop is busy with the end of the
 * request, most likely because of reactor-netty pull request 4347. Measured: up to 4 of 100 when GET and POST alternate on
 * one connection. The client then waits for ever. The README says when this module is deleted.
 */
public final class ReactorNettyWorkaround implements HttpHandlerDecoratorFactory {

    @Override
    public HttpHandler apply(HttpHandler handler) {
        return (request, response) -> handler.handle(request, onEventLoop(request, response));
    }

    private static ServerHttpResponse onEventLoop(ServerHttpRequest request, ServerHttpResponse response) {
        EventLoop loop = eventLoopOf(request);
        return loop == null ? response : new EventLoopResponse(response, loop);
    }

    private static @Nullable EventLoop eventLoopOf(ServerHttpRequest request) {
        AtomicReference<@Nullable EventLoop> loop = new AtomicReference<>();
        if (ServerHttpRequestDecorator.getNativeRequest(request) instanceof HttpServerRequest netty) {
            netty.withConnection(connection -> loop.set(connection.channel().eventLoop()));
        }
        return loop.get();
    }
}
