package com.dmverify.api.verification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the sender says of one dispatch.
 *
 * @param reason why it was refused; null when it was sent
 * @param settledAt when X answered: the life of the code begins here
 * @param userId whom the handle belonged to; null when that was never known
 * @param handle as X spells it
 * @param handleAsOf when X last said that the id has the handle; null if that is not known
 * @param mayBeOut whether X may have accepted a message although nothing confirms it
 */
public record DeliveryReport(
        int dispatch,
        Outcome outcome,
        @Nullable String reason,
        Instant settledAt,
        @Nullable UserId userId,
        @Nullable Handle handle,
        @Nullable Instant handleAsOf,
        boolean mayBeOut) {

    /** A report after which nothing is in doubt. */
    public DeliveryReport(
            int dispatch,
            Outcome outcome,
            @Nullable String reason,
            Instant settledAt,
            @Nullable UserId userId,
            @Nullable Handle handle,
            @Nullable Instant handleAsOf) {
        this(dispatch, outcome, reason, settledAt, userId, handle, handleAsOf, false);
    }

    /** The reason that a user can mend by following the brand or writing to it. */
    public static final String TARGET_CLOSED = "target_closed";

    /** How it ended. */
    public enum Outcome {
        SENT,
        REFUSED,
        DEADLINE_MISSED,
        WITHDRAWN,
        /** Of a look-up: X said whose the handle is. */
        RESOLVED,
        /** An interim report: X may or may not have accepted the message, and a final report follows. */
        UNCONFIRMED
    }
}
