package com.dmverify.reactornetty;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

@TestInstance(Lifecycle.PER_CLASS)
class ReactorNettyWorkaroundTest {

    private static final String LOOP = "loop-of-the-connection";

    private final Scheduler otherThread = Schedulers.newSingle("other-thread");

    @AfterAll
    void close() {
        otherThread.dispose();
    }

    /** Without the workaround one of these requests runs into the time-out. */
    @Test
    void noResponseIsLostOnAReusedConnection() throws Exception {
        try (Server server = new Server(LOOP, this::respond)) {
            for (int i = 0; i < 1000; i++) {
                assertThat(server.request("POST", "{}")).isEqualTo(202);
                assertThat(server.request("GET", "")).isEqualTo(200);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("waysToRespond")
    void theEventLoopWritesTheResponseOfAnyThread(Respond respond) throws Exception {
        // Given
        AtomicReference<String> writer = new AtomicReference<>();
        HttpHandler handler = (request, response) -> {
            response.beforeCommit(() ->
                    Mono.fromRunnable(() -> writer.set(Thread.currentThread().getName())));
            return Mono.just(response).publishOn(otherThread).flatMap(respond::to);
        };

        // When
        int status;
        try (Server server = new Server(LOOP, handler)) {
            status = server.request("GET", "");
        }

        // Then
        assertThat(status).isEqualTo(200);
        assertThat(writer.get()).startsWith(LOOP);
    }

    static Stream<Respond> waysToRespond() {
        return Stream.of(
                response -> response.writeWith(Mono.just(text())),
                response -> response.writeAndFlushWith(Flux.just(Mono.just(text()))),
                ServerHttpResponse::setComplete);
    }

    /** Responds to a GET at once, and to a POST from another thread when its body has been read. */
    private Mono<Void> respond(ServerHttpRequest request, ServerHttpResponse response) {
        if (request.getMethod().equals(HttpMethod.GET)) {
            return response.writeWith(Mono.just(text()));
        }
        response.setStatusCode(HttpStatus.ACCEPTED);
        return DataBufferUtils.join(request.getBody())
                .publishOn(otherThread)
                .map(ReactorNettyWorkaroundTest::read)
                .flatMap(read -> response.writeWith(Mono.just(text())));
    }

    private static int read(DataBuffer body) {
        int length = body.readableByteCount();
        DataBufferUtils.release(body);
        return length;
    }

    private static DataBuffer text() {
        return DefaultDataBufferFactory.sharedInstance.wrap("accepted".getBytes(UTF_8));
    }

    interface Respond {

        Mono<Void> to(ServerHttpResponse response);
    }
}
