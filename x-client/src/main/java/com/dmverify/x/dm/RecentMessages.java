package com.dmverify.x.dm;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of what was written lately, and how far back it looks. What it does not hold may still stand on an older one.
 *
 * @param messages those that were asked for, newest first; there may be none on a page in the middle
 * @param oldest when the oldest event of the page happened, whoever wrote it: v1.1 mixes all conversations in one list;
 *     null if the page has no event, which says nothing about the pages behind it
 * @param older what to ask for to see the page behind it; null at the end of what X keeps
 */
public record RecentMessages(
        List<Message> messages,
        @Nullable Instant oldest,
        @Nullable String older) {

    public RecentMessages {
        messages = List.copyOf(messages);
        if (oldest == null && !messages.isEmpty()) {
            throw new IllegalArgumentException("a page with messages has an oldest one");
        }
        if (older != null && older.isBlank()) {
            throw new IllegalArgumentException("the name of an older page is not blank");
        }
    }

    /**
     * Whether every message from this instant on, that X shows at all, is on this page or on a newer one. An event at
     * that very instant is not enough: others of the same millisecond may stand on the next page.
     */
    public boolean reachesBackTo(Instant since) {
        return older == null || (oldest != null && oldest.isBefore(since));
    }
}
