package com.dmverify.api.verification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a verification, with the state right after it.
 *
 * @param cause why, where the type alone does not say it
 */
public record Fact(Type type, Instant at, @Nullable String cause, Verification verification) {

    /** What can happen. {@link #REQUESTED} is an order to the sender, the others are news for the platform. */
    public enum Type {
        OPENED,
        REQUESTED,
        CODE_SENT,
        USER_ACTION_AWAITED,
        REQUEUED,
        INCORRECT,
        SUCCEEDED,
        EXPIRED,
        EXHAUSTED,
        CANCELED,
        FAILED
    }
}
