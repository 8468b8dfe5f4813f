package com.dmverify.sandbox.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Converts WebFlux's request into a {@link Call} and a {@link Reply} into the response. */
@Component
public class Exchange {

    private static final byte[] NO_BODY = {};

    private final HttpDate date;
    private final int maxBody;
    private final Scheduler waiting =
            Schedulers.fromExecutorService(Executors.newVirtualThreadPerTaskExecutor(), "waiting");

    Exchange(HttpDate date, HttpProperties properties) {
        this.date = date;
        this.maxBody = Math.toIntExact(properties.maxBody().toBytes());
    }

    /** Runs the handler on the event loop: for answers from memory. */
    public HandlerFunction<ServerResponse> onEventLoop(Function<Call, Reply> answer) {
        return request ->
                call(request).map(answer).onErrorResume(this::tooLarge).flatMap(this::respond);
    }

    /**
     * Runs the handler after this time, also if the client has disconnected meanwhile: for answers from memory.
     */
    public HandlerFunction<ServerResponse> delayed(Function<Call, Duration> time, Function<Call, Reply> answer) {
        return request -> call(request)
                .flatMap(call -> after(time.apply(call), () -> answer.apply(call)))
                .onErrorResume(this::tooLarge)
                .flatMap(this::respond);
    }

    private static Mono<Reply> after(Duration time, Supplier<Reply> answer) {
        if (time.isZero()) {
            return Mono.just(answer.get());
        }
        Executor then = CompletableFuture.delayedExecutor(time.toNanos(), TimeUnit.NANOSECONDS);
        return Mono.fromFuture(CompletableFuture.supplyAsync(answer, then), true);
    }

    /** Runs the handler on a virtual thread: for answers that wait for another server. */
    public HandlerFunction<ServerResponse> onVirtualThread(Function<Call, Reply> answer) {
        return request -> call(request)
                .flatMap(call -> Mono.fromSupplier(() -> answer.apply(call)).subscribeOn(waiting))
                .onErrorResume(this::tooLarge)
                .flatMap(this::respond);
    }

    private Mono<Call> call(ServerRequest request) {
        HttpHeaders headers = request.headers().asHttpHeaders();
        Map<String, String> path = request.pathVariables();
        return body(request, headers)
                .map(body -> new Call(request.method().name(), request.uri(), headers, path, body));
    }

    private Mono<byte[]> body(ServerRequest request, HttpHeaders headers) {
        if (headers.getContentLength() <= 0 && headers.getFirst(HttpHeaders.TRANSFER_ENCODING) == null) {
            return Mono.just(NO_BODY);
        }
        return DataBufferUtils.join(request.exchange().getRequest().getBody(), maxBody)
                .map(Exchange::drain)
                .defaultIfEmpty(NO_BODY);
    }

    private static byte[] drain(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private Mono<Reply> tooLarge(Throwable failure) {
        if (!(failure instanceof DataBufferLimitException)) {
            return Mono.error(failure);
        }
        return Mono.just(Reply.problem(
                413,
                JsonObject.of("type", "about:blank")
                        .with("title", "Payload Too Large")
                        .with("status", 413)
                        .with("detail", "The body has more than " + maxBody + " bytes; send less.")));
    }

    private Mono<ServerResponse> respond(Reply reply) {
        Mono<ServerResponse> response = reply.isDropped() ? ConnectionDrop.drop() : write(reply);
        return reply.delay().isZero() ? response : Mono.delay(reply.delay()).then(response);
    }

    private Mono<ServerResponse> write(Reply reply) {
        return ServerResponse.status(HttpStatusCode.valueOf(reply.status()))
                .headers(headers -> {
                    headers.set("date", date.now());
                    reply.headers().forEach(headers::set);
                    headers.setContentLength(reply.body().length);
                })
                .build((exchange, context) -> {
                    var response = exchange.getResponse();
                    return response.writeWith(
                            Mono.fromSupplier(() -> response.bufferFactory().wrap(reply.body())));
                });
    }
}
