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

/** Takes deliveries: first the seal, then the content, then the record, and only then an answer. */
final class DeliveryDesk {

    private final ActivityParser parser;
    private final Recorder recorder;
    private final DeliveryJournal journal;
    private final InstantSource clock;

    DeliveryDesk(ActivityParser parser, Recorder recorder, DeliveryJournal journal, InstantSource clock) {
        this.parser = parser;
        this.recorder = recorder;
        this.journal = journal;
        this.clock = clock;
    }

    /** Judges one delivery; blocks until it is durable. */
    Outcome receive(App app, byte[] body, @Nullable String signature) {
        return journal.writing(app, () -> judge(app, body, signature));
    }

    /** Notes a delivery that was not read to its end. */
    Outcome refuse(App app, Outcome outcome) {
        return journal.writing(app, () -> outcome);
    }

    private Outcome judge(App app, byte[] body, @Nullable String signature) {
        if (!app.seal().matches(body, signature)) {
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
        return parser.parse(body, app.digits(), app.accounts()).stream()
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
