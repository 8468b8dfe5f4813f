package com.dmverify.api.verification;

import com.dmverify.api.trace.Trace;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a verification, with the state right after it.
 *
 * @param cause why, where the type alone does not say it
 * @param trace whose doing it was; null only for what an earlier version of this service wrote
 */
public record VerificationEvent(
        Type type,
        Instant at,
        @Nullable String cause,
        @Nullable Trace trace,
        Verification verification) {

    /** What can happen. {@link #REQUESTED} is an order to the sender, the others are news for the platform. */
    public enum Type {
        OPENED,
        REQUESTED,
        CODE_SENT,
        DELIVERY_UNCONFIRMED,
        USER_ACTION_AWAITED,
        REQUEUED,
        INCORRECT,
        SUCCEEDED,
        EXPIRED,
        EXHAUSTED,
        /** The cause is the numeric id of the account that wrote the challenge. */
        WRONG_ACCOUNT,
        DISPUTED,
        CANCELED,
        FAILED
    }

    /** For the logs. */
    public @Nullable String traceId() {
        return trace == null ? null : trace.id();
    }
}
