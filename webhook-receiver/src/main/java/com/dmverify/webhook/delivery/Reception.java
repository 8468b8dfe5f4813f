package com.dmverify.webhook.delivery;

import com.dmverify.webhook.app.App;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Receives a delivery: what the headers already forbid is refused unread, the rest is read within a size and a time, and
 * only so much at once.
 */
final class Reception {

    private final DeliveryDesk desk;
    private final DeliveryProperties properties;
    private final InFlight inFlight;
    private final Scheduler waiting;

    Reception(DeliveryDesk desk, DeliveryProperties properties, Scheduler waiting) {
        this.desk = desk;
        this.properties = properties;
        this.inFlight = new InFlight(
                properties.maxInFlight(), properties.maxBytesInFlight().toBytes());
        this.waiting = waiting;
    }

    /** What becomes of the delivery. */
    Mono<Outcome> receive(App app, @Nullable String signature, ServerHttpRequest request) {
        long length = request.getHeaders().getContentLength();
        if (!SignatureHeader.isPlausible(signature)) {
            return refuse(app, new Outcome.Forged(signature != null));
        }
        if (length > properties.maxBodyBytes()) {
            return refuse(app, new Outcome.TooLarge());
        }
        Optional<InFlight.Place> place = inFlight.take(length < 0 ? properties.maxBodyBytes() : length);
        return place.isEmpty()
                ? refuse(app, new Outcome.Busy())
                : read(app, signature, request).doFinally(_ -> place.get().giveBack());
    }

    private Mono<Outcome> read(App app, @Nullable String signature, ServerHttpRequest request) {
        return RawBody.of(request, properties.maxBodyBytes())
                .timeout(properties.bodyTimeout())
                .onErrorMap(trouble -> new Unread(outcomeOf(trouble)))
                .publishOn(waiting)
                .map(body -> desk.receive(app, body, signature))
                .onErrorResume(Unread.class, unread -> refuse(app, unread.outcome));
    }

    private Mono<Outcome> refuse(App app, Outcome outcome) {
        return Mono.fromSupplier(() -> desk.refuse(app, outcome));
    }

    private static Outcome outcomeOf(Throwable trouble) {
        return switch (trouble) {
            case DataBufferLimitException _ -> new Outcome.TooLarge();
            case TimeoutException _ -> new Outcome.TooSlow();
            default -> new Outcome.Incomplete();
        };
    }

    /** The body did not arrive. Carries no stack trace: any caller can cause it. */
    private static final class Unread extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Outcome outcome;

        Unread(Outcome outcome) {
            super("the body did not arrive", null, false, false);
            this.outcome = outcome;
        }
    }
}
