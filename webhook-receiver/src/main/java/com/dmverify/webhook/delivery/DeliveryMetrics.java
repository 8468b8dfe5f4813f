package com.dmverify.webhook.delivery;

import com.dmverify.webhook.app.App;
import com.dmverify.webhook.log.LogLimiter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Counts and logs each delivery, never its content. Log lines that unauthenticated callers can cause are limited; the
 * next one says how many were suppressed.
 *
 * <p>For each app:
 *
 * <pre>
 * dm.verify.webhook.deliveries = recorded + known + forged + malformed + too_large + busy + too_slow + incomplete +
 * failed dm.verify.webhook.activities = recorded + known (both by the tag outcome)
 * </pre>
 *
 * A delivery is {@code recorded} if at least one of its activities was new. A request for an unknown app is not
 * counted.
 */
final class DeliveryMetrics {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryMetrics.class);

    private final MeterRegistry meters;
    private final LogLimiter unauthenticated;

    DeliveryMetrics(MeterRegistry meters, LogLimiter unauthenticated) {
        this.meters = meters;
        this.unauthenticated = unauthenticated;
    }

    /** Runs the work, and counts and logs its outcome, also if it throws. */
    Outcome writing(App app, Supplier<Outcome> work) {
        Outcome outcome = new Outcome.Failed("unexpected");
        try {
            outcome = work.get();
            return outcome;
        } finally {
            write(app, outcome);
        }
    }

    private void write(App app, Outcome outcome) {
        int fresh = outcome instanceof Outcome.Recorded recorded ? recorded.fresh() : 0;
        int known = knownIn(outcome);
        count("dm.verify.webhook.deliveries", app, outcome.label(), 1);
        count("dm.verify.webhook.activities", app, "recorded", fresh);
        count("dm.verify.webhook.activities", app, "known", known);
        OptionalLong heldBack = outcome.isUnauthenticated() ? unauthenticated.pass() : OptionalLong.of(0);
        if (heldBack.isEmpty()) {
            return;
        }
        LoggingEventBuilder line = LOG.atLevel(outcome instanceof Outcome.Failed ? Level.WARN : Level.INFO)
                .addKeyValue("app", app.name())
                .addKeyValue("outcome", outcome.label())
                .addKeyValue("count", fresh)
                .addKeyValue("known", known);
        if (outcome instanceof Outcome.Failed(String reason)) {
            line = line.addKeyValue("reason", reason);
        }
        if (heldBack.getAsLong() > 0) {
            line = line.addKeyValue("suppressed", heldBack.getAsLong());
        }
        line.log("webhook.received");
    }

    private void count(String name, App app, String outcome, int amount) {
        meters.counter(name, "app", app.name(), "outcome", outcome).increment(amount);
    }

    private static int knownIn(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Recorded(int _, int known) -> known;
            case Outcome.Known(int known) -> known;
            default -> 0;
        };
    }
}
