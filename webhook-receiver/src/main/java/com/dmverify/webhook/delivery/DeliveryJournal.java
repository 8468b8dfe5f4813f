package com.dmverify.webhook.delivery;

import com.dmverify.webhook.app.App;
import com.dmverify.webhook.log.LineLimit;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Counters and a log line for each delivery; never a word of its content. Lines that a stranger can cause are limited, and the
 * next one says how many there would have been ({@code held_back}).
 *
 * <p>The arithmetic, for each app:
 *
 * <pre>
 * dm.verify.webhook.deliveries = recorded + known + forged + malformed + too_large + busy + too_slow + incomplete + failed
 * dm.verify.webhook.activities = recorded + known                                       (both by the tag outcome)
 * </pre>
 *
 * where a delivery is {@code recorded} if at least one of its activities was new. What the counters miss while a delivery is
 * in flight is in the HTTP server's own meter; a path that names no app is no delivery.
 */
final class DeliveryJournal {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryJournal.class);

    private final MeterRegistry meters;
    private final LineLimit unauthenticated;

    DeliveryJournal(MeterRegistry meters, LineLimit unauthenticated) {
        this.meters = meters;
        this.unauthenticated = unauthenticated;
    }

    /** Does the work and notes what came of it, also when it throws. */
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
            line = line.addKeyValue("held_back", heldBack.getAsLong());
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
