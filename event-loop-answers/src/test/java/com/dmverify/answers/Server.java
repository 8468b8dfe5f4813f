package com.dmverify.answers;

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

/** Reactor Netty's server as Spring uses it, with {@link EventLoopAnswers} before the handler, and one caller. */
final class Server implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final LoopResources loops;
    private final DisposableServer server;

    /** @param loop what the names of its event loops begin with */
    Server(String loop, HttpHandler handler) {
        loops = LoopResources.create(loop, 2, true);
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .runOn(loops)
                .handle(new ReactorHttpHandlerAdapter(new EventLoopAnswers().apply(handler)))
                .bindNow();
    }

    /** The status; on the connection of the call before, as soon as its answer was read. */
    int ask(String method, String body) throws IOException {
        HttpURLConnection call = (HttpURLConnection)
                URI.create("http://127.0.0.1:" + server.port()).toURL().openConnection();
        call.setReadTimeout((int) PATIENCE.toMillis());
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
        loops.disposeLater(Duration.ZERO, PATIENCE).block();
    }
}
