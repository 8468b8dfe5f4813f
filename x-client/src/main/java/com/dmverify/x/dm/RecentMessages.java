package com.dmverify.x.dm;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of recent messages. A message that is not on it may be on an older page.
 *
 * @param messages the messages that match the query, newest first; a page in the middle may have none
 * @param oldest when the oldest event of the page happened, in any conversation: v1.1 mixes all of them in one list;
 *     null if the page has no event, which says nothing about older pages
 * @param older the cursor of the next older page; null on the last one
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
     * Whether every message since this instant that X returns at all is on this page or a newer one. An event at
     * exactly this instant does not suffice, because others of the same millisecond may be on the next page.
     */
    public boolean reachesBackTo(Instant since) {
        return older == null || (oldest != null && oldest.isBefore(since));
    }
}
