package com.dmverify.x.webhook;

import com.dmverify.x.Handle;
import com.dmverify.x.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened at X. Text and raw are masked in {@code toString}.
 *
 * @param id stable over X's redeliveries: a second activity of the same account with the same id is the same
 * @param kind from the account's point of view
 * @param accountId the account that we listen for; null where X did not say
 * @param otherId the other party
 * @param otherHandle the other party's handle, where X gave it
 * @param dmEventId X's id of the message, for the kinds {@code DM_*}
 * @param text what the other party wrote; null for everything else, because our own messages carry codes
 * @param occurredAt X's time stamp, or the time of parsing where X gave none
 * @param raw X's JSON for this one activity; the content of messages that the other party did not write is taken out
 * @param sentDigits of a message that the account wrote, what {@link SentDigits} keeps of its numbers; else empty
 */
public record Activity(
        String id,
        Kind kind,
        @Nullable UserId accountId,
        @Nullable UserId otherId,
        @Nullable Handle otherHandle,
        @Nullable String dmEventId,
        @Nullable String text,
        Instant occurredAt,
        String raw,
        List<String> sentDigits) {

    /** An activity that the account did not write. */
    public Activity(
            String id,
            Kind kind,
            @Nullable UserId accountId,
            @Nullable UserId otherId,
            @Nullable Handle otherHandle,
            @Nullable String dmEventId,
            @Nullable String text,
            Instant occurredAt,
            String raw) {
        this(id, kind, accountId, otherId, otherHandle, dmEventId, text, occurredAt, raw, List.of());
    }

    /** What happened, seen from the account. */
    public enum Kind {
        /** The other party wrote to the account. */
        DM_RECEIVED,
        /** The account wrote to the other party. */
        DM_SENT,
        /** The other party read up to a message. */
        DM_READ,
        /** The other party follows the account now. */
        FOLLOW,
        /** The other party no longer follows the account. */
        UNFOLLOW,
        /** The account took the app's access away. */
        REVOKED,
        /** Anything else, known to us or not. */
        OTHER
    }

    @Override
    public String toString() {
        return "Activity[" + kind + ", id=" + id + ", accountId=" + accountId + ", otherId=" + otherId + ", occurredAt="
                + occurredAt + ", text and raw masked]";
    }
}
