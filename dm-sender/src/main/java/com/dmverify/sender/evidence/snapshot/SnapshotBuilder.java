package com.dmverify.sender.evidence.snapshot;

import com.dmverify.codes.CodeFingerprints;
import com.dmverify.sender.echo.MessageEvidence;
import com.dmverify.x.UserId;
import com.dmverify.x.dm.Message;
import com.dmverify.x.dm.RecentMessages;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Collects our messages page by page, and knows how far back they are complete. */
final class SnapshotBuilder {

    private static final Instant NOWHERE = Instant.ofEpochMilli(Long.MAX_VALUE);

    private final UserId us;
    private final CodeFingerprints fingerprints;
    private final Map<String, MessageEvidence> found = new HashMap<>();
    private Instant completeAfter = NOWHERE;

    SnapshotBuilder(UserId us, CodeFingerprints fingerprints) {
        this.us = us;
        this.fingerprints = fingerprints;
    }

    /** The next older page. An empty one in the middle says nothing. */
    void add(RecentMessages page) {
        page.messages().forEach(this::add);
        if (page.older() == null) {
            completeAfter = Instant.EPOCH;
        } else if (page.oldest() != null) {
            completeAfter = page.oldest();
        }
    }

    private void add(Message message) {
        UserId recipient = message.recipient();
        if (recipient != null && message.sender().equals(us)) {
            MessageEvidence evidence = new MessageEvidence(message.eventId(), message.createdAt());
            fingerprints
                    .all(us.value(), recipient.value(), message.text())
                    .forEach(digest -> found.merge(digest, evidence, SnapshotBuilder::later));
        }
    }

    private static MessageEvidence later(MessageEvidence one, MessageEvidence other) {
        return one.at().isBefore(other.at()) ? other : one;
    }

    ConversationSnapshot asOf(Instant asked) {
        return new ConversationSnapshot(asked, completeAfter, found);
    }
}
