package com.dmverify.sender.overview;

import com.dmverify.codes.CodeFingerprints;
import com.dmverify.sender.sighting.Sighting;
import com.dmverify.x.UserId;
import com.dmverify.x.dm.Message;
import com.dmverify.x.dm.RecentMessages;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Collects our messages page by page, and knows how far back they are complete. */
final class Harvest {

    private static final Instant NOWHERE = Instant.ofEpochMilli(Long.MAX_VALUE);

    private final UserId us;
    private final CodeFingerprints digits;
    private final Map<String, Sighting> found = new HashMap<>();
    private Instant completeAfter = NOWHERE;

    Harvest(UserId us, CodeFingerprints digits) {
        this.us = us;
        this.digits = digits;
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
            Sighting sighting = new Sighting(message.eventId(), message.createdAt());
            digits.all(us.value(), recipient.value(), message.text())
                    .forEach(digest -> found.merge(digest, sighting, Harvest::later));
        }
    }

    private static Sighting later(Sighting one, Sighting other) {
        return one.at().isBefore(other.at()) ? other : one;
    }

    Overview asOf(Instant asked) {
        return new Overview(asked, completeAfter, found);
    }
}
