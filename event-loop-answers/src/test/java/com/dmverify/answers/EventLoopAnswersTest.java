package com.dmverify.answers;

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
class EventLoopAnswersTest {

    private static final String LOOP = "loop-of-the-connection";

    private final Scheduler elsewhere = Schedulers.newSingle("elsewhere");

    @AfterAll
    void close() {
        elsewhere.dispose();
    }

    /** Without the remedy one of these is waited for in vain. */
    @Test
    void noAnswerIsLostOnAConnectionThatIsUsedAgain() throws Exception {
        try (Server server = new Server(LOOP, this::answer)) {
            for (int i = 0; i < 1000; i++) {
                assertThat(server.ask("POST", "{}")).isEqualTo(202);
                assertThat(server.ask("GET", "")).isEqualTo(200);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("waysToAnswer")
    void whoeverAnswersTheLoopWrites(Way way) throws Exception {
        // Given
        AtomicReference<String> writer = new AtomicReference<>();
        HttpHandler handler = (request, response) -> {
            response.beforeCommit(() ->
                    Mono.fromRunnable(() -> writer.set(Thread.currentThread().getName())));
            return Mono.just(response).publishOn(elsewhere).flatMap(way::answer);
        };

        // When
        int status;
        try (Server server = new Server(LOOP, handler)) {
            status = server.ask("GET", "");
        }

        // Then
        assertThat(status).isEqualTo(200);
        assertThat(writer.get()).startsWith(LOOP);
    }

    static Stream<Way> waysToAnswer() {
        return Stream.of(
                response -> response.writeWith(Mono.just(text())),
                response -> response.writeAndFlushWith(Flux.just(Mono.just(text()))),
                ServerHttpResponse::setComplete);
    }

    /** A POST's from another thread as soon as its body is there; a GET's at once. */
    private Mono<Void> answer(ServerHttpRequest request, ServerHttpResponse response) {
        if (request.getMethod().equals(HttpMethod.GET)) {
            return response.writeWith(Mono.just(text()));
        }
        response.setStatusCode(HttpStatus.ACCEPTED);
        return DataBufferUtils.join(request.getBody())
                .publishOn(elsewhere)
                .map(EventLoopAnswersTest::read)
                .flatMap(read -> response.writeWith(Mono.just(text())));
    }

    private static int read(DataBuffer body) {
        int length = body.readableByteCount();
        DataBufferUtils.release(body);
        return length;
    }

    private static DataBuffer text() {
        return DefaultDataBufferFactory.sharedInstance.wrap("taken".getBytes(UTF_8));
    }

    interface Way {

        Mono<Void> answer(ServerHttpResponse response);
    }
}
