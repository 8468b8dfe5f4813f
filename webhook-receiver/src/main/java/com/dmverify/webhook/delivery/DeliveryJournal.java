package com.dmverify.webhook.delivery;

import com.dmverify.webhook.app.App;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * One log line and the counters for each delivery; never a word of its content.
 *
 * <p>The arithmetic, for each app:
 *
 * <pre>
 * dm.verify.webhook.deliveries = recorded + known + forged + malformed + too_large + failed   (tag outcome)
 * dm.verify.webhook.activities = recorded + known                                             (tag outcome)
 * </pre>
 *
 * where a delivery is {@code recorded} if at least one of its activities was new. What the counters miss while a delivery is
 * in flight is in the HTTP server's own meter; a path that names no app is no delivery.
 */
final class DeliveryJournal {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryJournal.class);

    private final MeterRegistry meters;

    DeliveryJournal(MeterRegistry meters) {
        this.meters = meters;
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
        LoggingEventBuilder line = LOG.atLevel(outcome instanceof Outcome.Failed ? Level.WARN : Level.INFO)
                .addKeyValue("app", app.name())
                .addKeyValue("outcome", outcome.label())
                .addKeyValue("count", fresh)
                .addKeyValue("known", known);
        if (outcome instanceof Outcome.Failed(String reason)) {
            line = line.addKeyValue("reason", reason);
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
            case Outcome.Forged _, Outcome.Malformed _, Outcome.TooLarge _, Outcome.Failed _ -> 0;
        };
    }
}
