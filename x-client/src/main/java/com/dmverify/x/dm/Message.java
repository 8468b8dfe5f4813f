package com.dmverify.x.dm;

import com.dmverify.x.UserId;
import java.time.Instant;

/**
 * A message as X keeps it. The text is masked in {@code toString}: it may carry a code.
 *
 * @param text as X stores it: links are rewritten, so it may differ from what was sent
 */
public record Message(String eventId, UserId sender, String text, Instant createdAt) {

    public Message {
        EventIds.check(eventId);
    }

    @Override
    public String toString() {
        return "Message[eventId=" + eventId + ", sender=" + sender + ", createdAt=" + createdAt + ", text masked]";
    }
}
