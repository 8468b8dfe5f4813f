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
 * Reads the body of a delivery within limits of size, time and concurrency. Refuses it before reading if its headers
 * suffice for that.
 */
final class DeliveryReceiver {

    private final DeliveryHandler handler;
    private final DeliveryProperties properties;
    private final InFlight inFlight;
    private final LastEvents lastEvents;
    private final Scheduler waiting;

    DeliveryReceiver(DeliveryHandler handler, DeliveryProperties properties, LastEvents lastEvents, Scheduler waiting) {
        this.handler = handler;
        this.properties = properties;
        this.inFlight = new InFlight(
                properties.maxInFlight(), properties.maxBytesInFlight().toBytes());
        this.lastEvents = lastEvents;
        this.waiting = waiting;
    }

    /** Receives a delivery and returns its outcome. */
    Mono<Outcome> receive(App app, @Nullable String signature, ServerHttpRequest request) {
        long length = request.getHeaders().getContentLength();
        if (!SignatureHeader.isPlausible(signature)) {
            return refuse(app, new Outcome.Forged(signature != null));
        }
        if (length > properties.maxBodyBytes()) {
            return refuse(app, new Outcome.TooLarge());
        }
        Optional<InFlight.Permit> permit = inFlight.take(length < 0 ? properties.maxBodyBytes() : length);
        return permit.isEmpty()
                ? refuse(app, new Outcome.Busy())
                : read(app, signature, request).doFinally(_ -> permit.get().giveBack());
    }

    private Mono<Outcome> read(App app, @Nullable String signature, ServerHttpRequest request) {
        return RawBody.of(request, properties.maxBodyBytes())
                .timeout(properties.bodyTimeout())
                .onErrorMap(error -> new Unread(outcomeOf(error)))
                .publishOn(waiting)
                .map(body -> handler.receive(app, body, signature))
                .doOnNext(outcome -> remember(app, outcome))
                .onErrorResume(Unread.class, unread -> refuse(app, unread.outcome));
    }

    private void remember(App app, Outcome outcome) {
        if (outcome instanceof Outcome.Recorded || outcome instanceof Outcome.Known) {
            lastEvents.delivered(app.name());
        }
    }

    private Mono<Outcome> refuse(App app, Outcome outcome) {
        return Mono.fromSupplier(() -> handler.refuse(app, outcome));
    }

    private static Outcome outcomeOf(Throwable error) {
        return switch (error) {
            case DataBufferLimitException _ -> new Outcome.TooLarge();
            case TimeoutException _ -> new Outcome.TooSlow();
            default -> new Outcome.Incomplete();
        };
    }

    /** The body is not complete. Has no stack trace, because any caller can cause it. */
    private static final class Unread extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Outcome outcome;

        Unread(Outcome outcome) {
            super("the body is not complete", null, false, false);
            this.outcome = outcome;
        }
    }
}
