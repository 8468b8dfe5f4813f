package com.dmverify.x.webhook;

import com.dmverify.codes.CodeFingerprints;
import com.dmverify.x.Handle;
import com.dmverify.x.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An activity that X reports. {@code toString} masks text and raw.
 *
 * @param id the same in every redelivery: two activities of an account with the same id are one
 * @param kind from the account's point of view
 * @param accountId our account; null if X did not say
 * @param otherId the other party
 * @param otherHandle the other party's handle, if X gave it
 * @param dmEventId X's id of the message, for the kinds {@code DM_*}
 * @param text what the other party wrote, complete and without X's escapes; null for everything else, because our own
 *     messages hold codes
 * @param quickReplyMetadata of the option that the other party chose, for {@code DM_RECEIVED}
 * @param occurredAt X's time stamp, or the time of parsing if X gave none
 * @param raw X's JSON for this one activity; null for messages
 * @param sentDigits of a message that the account wrote, the {@link CodeFingerprints} of its numbers; else empty
 */
public record Activity(
        String id,
        Kind kind,
        @Nullable UserId accountId,
        @Nullable UserId otherId,
        @Nullable Handle otherHandle,
        @Nullable String dmEventId,
        @Nullable String text,
        @Nullable String quickReplyMetadata,
        Instant occurredAt,
        @Nullable String raw,
        List<String> sentDigits) {

    public Activity {
        sentDigits = List.copyOf(sentDigits);
    }

    /** An activity without digits of ours and without quick reply. */
    public Activity(
            String id,
            Kind kind,
            @Nullable UserId accountId,
            @Nullable UserId otherId,
            @Nullable Handle otherHandle,
            @Nullable String dmEventId,
            @Nullable String text,
            Instant occurredAt,
            @Nullable String raw) {
        this(id, kind, accountId, otherId, otherHandle, dmEventId, text, null, occurredAt, raw, List.of());
    }

    /** The same with other content: text, metadata of a quick reply, JSON. */
    public Activity withContent(
            @Nullable String newText, @Nullable String newQuickReplyMetadata, @Nullable String newRaw) {
        return new Activity(
                id,
                kind,
                accountId,
                otherId,
                otherHandle,
                dmEventId,
                newText,
                newQuickReplyMetadata,
                occurredAt,
                newRaw,
                sentDigits);
    }

    Activity withQuickReplyMetadata(@Nullable String metadata) {
        return withContent(text, metadata, raw);
    }

    Activity withSentDigits(List<String> digits) {
        return new Activity(
                id,
                kind,
                accountId,
                otherId,
                otherHandle,
                dmEventId,
                text,
                quickReplyMetadata,
                occurredAt,
                raw,
                digits);
    }

    /** The kind of an activity, from the account's point of view. */
    public enum Kind {
        /** The other party wrote to the account. */
        DM_RECEIVED,
        /** The account wrote to the other party. */
        DM_SENT,
        /** The other party read up to a message. */
        DM_READ,
        /** The other party follows the account. */
        FOLLOW,
        /** The other party no longer follows the account. */
        UNFOLLOW,
        /** The account revoked the app's access. */
        REVOKED,
        /** The other party has another handle from now on; no account of ours is named. */
        HANDLE_CHANGED,
        /** Anything else, known to us or not. */
        OTHER
    }

    @Override
    public String toString() {
        return "Activity[" + kind + ", id=" + id + ", accountId=" + accountId + ", otherId=" + otherId + ", occurredAt="
                + occurredAt + ", text and raw masked]";
    }
}
