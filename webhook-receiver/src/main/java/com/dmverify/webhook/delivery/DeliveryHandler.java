package com.dmverify.webhook.delivery;

import com.dmverify.webhook.app.App;
import com.dmverify.webhook.recording.NotRecordedException;
import com.dmverify.webhook.recording.ReceivedActivity;
import com.dmverify.webhook.recording.Recorder;
import com.dmverify.webhook.redaction.Redaction;
import com.dmverify.x.webhook.ActivityParser;
import com.dmverify.x.webhook.MalformedActivityException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Handles a delivery: verifies the signature, parses and redacts the content, and records it in Kafka. */
final class DeliveryHandler {

    private final ActivityParser parser;
    private final Recorder recorder;
    private final DeliveryMetrics metrics;
    private final InstantSource clock;

    DeliveryHandler(ActivityParser parser, Recorder recorder, DeliveryMetrics metrics, InstantSource clock) {
        this.parser = parser;
        this.recorder = recorder;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Handles one delivery. Blocks until it is durable. */
    Outcome receive(App app, byte[] body, @Nullable String signature) {
        return metrics.writing(app, () -> judge(app, body, signature));
    }

    /** Counts and logs a delivery that was not read completely. */
    Outcome refuse(App app, Outcome outcome) {
        return metrics.writing(app, () -> outcome);
    }

    private Outcome judge(App app, byte[] body, @Nullable String signature) {
        if (!app.signature().matches(body, signature)) {
            return new Outcome.Forged(signature != null);
        }
        try {
            return record(activitiesOf(app, body));
        } catch (MalformedActivityException e) {
            return new Outcome.Malformed();
        } catch (NotRecordedException e) {
            return e.isForGood() ? new Outcome.TooLarge() : new Outcome.Failed(e.reason());
        }
    }

    private List<ReceivedActivity> activitiesOf(App app, byte[] body) {
        Instant now = clock.instant();
        return parser.parse(body, app.fingerprints(), app.accounts()).stream()
                .map(Redaction::redacted)
                .map(activity -> new ReceivedActivity(app.name(), activity, now))
                .toList();
    }

    private Outcome record(List<ReceivedActivity> activities) throws NotRecordedException {
        int fresh = recorder.record(activities);
        int known = activities.size() - fresh;
        return fresh == 0 && known > 0 ? new Outcome.Known(known) : new Outcome.Recorded(fresh, known);
    }
}
