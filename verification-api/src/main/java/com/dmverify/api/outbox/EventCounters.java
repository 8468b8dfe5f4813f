package com.dmverify.api.outbox;

import com.dmverify.api.verification.VerificationEvent;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/**
 * The meters of a verification's life, and their arithmetic.
 *
 * <pre>
 * dm.verify.events{event}     events that Kafka has
 *     opened    = succeeded + expired + exhausted + canceled + failed + pending
 *     requested = opened + requeued                   (each is one order to the sender)
 * </pre>
 *
 * An event that is published again after a crash is counted again; over time the sums hold but for these.
 */
final class EventCounters {

    private final MeterRegistry meters;

    EventCounters(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(VerificationEvent event) {
        meters.counter("dm.verify.events", "event", event.type().name().toLowerCase(Locale.ROOT))
                .increment();
    }
}
