package com.dmverify.x.dm;

import com.dmverify.x.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message as X stores it. {@code toString} masks the text, because it may hold a code.
 *
 * @param recipient null in a group
 * @param text as X stores it: links are rewritten, so it may differ from what was sent
 */
public record Message(
        String eventId, UserId sender, @Nullable UserId recipient, String text, Instant createdAt) {

    public Message {
        EventIds.check(eventId);
    }

    @Override
    public String toString() {
        return "Message[eventId=" + eventId + ", sender=" + sender + ", recipient=" + recipient + ", createdAt="
                + createdAt + ", text masked]";
    }
}
