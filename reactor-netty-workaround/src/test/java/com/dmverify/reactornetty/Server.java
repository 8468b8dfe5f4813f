package com.dmverify.reactornetty;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.LoopResources;

/** Reactor Netty's server as Spring uses it, with {@link ReactorNettyWorkaround} before the handler, and one client. */
final class Server implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final LoopResources loops;
    private final DisposableServer server;

    /** @param loop prefix of the names of the event loops */
    Server(String loop, HttpHandler handler) {
        loops = LoopResources.create(loop, 2, true);
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .runOn(loops)
                .handle(new ReactorHttpHandlerAdapter(new ReactorNettyWorkaround().apply(handler)))
                .bindNow();
    }

    /** Sends a request on the connection of the previous one and returns the status after the body is read. */
    int request(String method, String body) throws IOException {
        HttpURLConnection call = (HttpURLConnection)
                URI.create("http://127.0.0.1:" + server.port()).toURL().openConnection();
        call.setReadTimeout((int) TIMEOUT.toMillis());
        call.setRequestMethod(method);
        if (!body.isEmpty()) {
            call.setDoOutput(true);
            call.getOutputStream().write(body.getBytes(UTF_8));
        }
        call.getInputStream().readAllBytes();
        return call.getResponseCode();
    }

    @Override
    public void close() {
        server.disposeNow();
        loops.disposeLater(Duration.ZERO, TIMEOUT).block();
    }
}
