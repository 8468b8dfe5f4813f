package com.dmverify.api.verification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The user's part where X delivers only to people who follow the sender or wrote to it.
 *
 * @param waitUntil when the wait for the user ends; null before it began
 * @param resumes how often an act of the user had the message sent again
 * @param actedAt when the user acted last, by X's clock; null if they did not
 */
public record UserAction(
        @Nullable Instant waitUntil, int resumes, @Nullable Instant actedAt) {

    static final UserAction NONE = new UserAction(null, 0, null);

    /** Whether this act was not counted yet. */
    boolean isNew(Instant act) {
        return actedAt == null || act.isAfter(actedAt);
    }

    UserAction at(Instant act) {
        return new UserAction(waitUntil, resumes + 1, act);
    }

    /** The wait begins, unless it began before: the user has one wait, however often the message is refused. */
    UserAction waiting(Instant end) {
        return waitUntil == null ? new UserAction(end, resumes, actedAt) : this;
    }
}
