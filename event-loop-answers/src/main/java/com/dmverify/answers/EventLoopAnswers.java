package com.dmverify.answers;

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
 * Lets every answer be written by the event loop of its connection. As a bean it does so for the whole server; other servers
 * than Reactor Netty's are left alone.
 *
 * <p>Reactor Netty 1.3.7 now and then loses an answer that another thread writes while the loop is still busy with the end
 * of the request: measured, up to 4 of 100 when GET and POST alternate on one connection. The caller then waits for ever.
 */
public final class EventLoopAnswers implements HttpHandlerDecoratorFactory {

    @Override
    public HttpHandler apply(HttpHandler handler) {
        return (request, response) -> handler.handle(request, onItsLoop(request, response));
    }

    private static ServerHttpResponse onItsLoop(ServerHttpRequest request, ServerHttpResponse response) {
        EventLoop loop = loopOf(request);
        return loop == null ? response : new EventLoopResponse(response, loop);
    }

    private static @Nullable EventLoop loopOf(ServerHttpRequest request) {
        AtomicReference<@Nullable EventLoop> loop = new AtomicReference<>();
        if (ServerHttpRequestDecorator.getNativeRequest(request) instanceof HttpServerRequest netty) {
            netty.withConnection(connection -> loop.set(connection.channel().eventLoop()));
        }
        return loop.get();
    }
}
