package com.dmverify.benchmarks.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.Unpooled;
import java.net.URI;
import java.time.Duration;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufMono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionProvider;

/** Posts as fast as so many connections allow: each has its answer before it asks again. */
public final class HttpLoad implements AutoCloseable {

    private static final Duration TIME_OUT = Duration.ofSeconds(60);

    private final int connections;
    private final ConnectionProvider pool;
    private final HttpClient client;

    public HttpLoad(URI base, int connections) {
        this.connections = connections;
        this.pool = ConnectionProvider.create("load", connections);
        this.client = HttpClient.create(pool).baseUrl(base.toString()).responseTimeout(TIME_OUT);
    }

    /**
     * Posts so many requests, and returns when all are answered.
     *
     * @param request the n-th one, from 0; made just before it goes out
     * @param expected whether an answer is as it should be
     * @throws IllegalStateException with the first answer that is not
     */
    public void post(int count, IntFunction<Outgoing> request, Predicate<Reply> expected) {
        Flux.range(0, count)
                .flatMap(n -> post(request.apply(n)).doOnNext(reply -> require(expected, reply)), connections)
                .onErrorMap(
                        failure -> !(failure instanceof IllegalStateException),
                        failure -> new IllegalStateException("A request of the load failed: " + failure, failure))
                .blockLast();
    }

    @Override
    public void close() {
        pool.dispose();
    }

    private Mono<Reply> post(Outgoing outgoing) {
        return client.headers(headers -> {
                    headers.set("Content-Type", "application/json");
                    outgoing.headers().forEach(headers::set);
                })
                .post()
                .uri(outgoing.path())
                .send(Mono.fromSupplier(() -> Unpooled.copiedBuffer(outgoing.body(), UTF_8)))
                .responseSingle(HttpLoad::reply);
    }

    private static Mono<Reply> reply(HttpClientResponse response, ByteBufMono body) {
        int status = response.status().code();
        return body.asString().defaultIfEmpty("").map(text -> new Reply(status, text));
    }

    private static void require(Predicate<Reply> expected, Reply reply) {
        if (!expected.test(reply)) {
            throw new IllegalStateException("The load was answered with " + reply.status() + " " + reply.body());
        }
    }

    /** An answer. */
    public record Reply(int status, String body) {}
}
