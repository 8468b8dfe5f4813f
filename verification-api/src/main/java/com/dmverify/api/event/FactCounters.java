package com.dmverify.api.event;

import com.dmverify.api.verification.Fact;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/**
 * The meters of a verification's life, and their arithmetic.
 *
 * <pre>
 * dm.verify.facts{fact}     facts that Kafka has
 *     opened    = succeeded + expired + exhausted + canceled + failed + pending
 *     requested = opened + requeued                   (each is one order to the sender)
 * </pre>
 *
 * A fact that is told again after a crash is counted again; over time the sums hold but for these.
 */
final class FactCounters {

    private final MeterRegistry meters;

    FactCounters(MeterRegistry meters) {
        this.meters = meters;
    }

    void told(Fact fact) {
        meters.counter("dm.verify.facts", "fact", fact.type().name().toLowerCase(Locale.ROOT))
                .increment();
    }
}
