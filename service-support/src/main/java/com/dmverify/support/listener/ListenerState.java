package com.dmverify.support.listener;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How one container has been: immutable; times are those of {@link System#nanoTime}.
 *
 * @param restarts how often it was started again since the start of the application
 * @param inARow how often since it was last well
 * @param startedAt when it was last started
 * @param stoppedAt when it was found stopped; null while it runs
 * @param failingSince when it first stopped since it was last well; null if it is well
 * @param diedOfError whether a thread of it is gone or ended by an {@link Error} since it was last well
 */
record ListenerState(
        int restarts,
        int inARow,
        long startedAt,
        @Nullable Long stoppedAt,
        @Nullable Long failingSince,
        boolean diedOfError) {

    static ListenerState running(long now) {
        return new ListenerState(0, 0, now, null, null, false);
    }

    ListenerState stopped(long now, boolean byError) {
        return new ListenerState(
                restarts,
                inARow,
                startedAt,
                stoppedAt == null ? (Long) now : stoppedAt,
                failingSince == null ? (Long) now : failingSince,
                diedOfError || byError);
    }

    ListenerState restarted(long now) {
        return new ListenerState(restarts + 1, inARow + 1, now, null, failingSince, diedOfError);
    }

    /** Well again once it has run for this long. */
    ListenerState seenRunning(long now, Duration wellAfter) {
        boolean isWell = stoppedAt == null && now - startedAt >= wellAfter.toNanos();
        return isWell ? new ListenerState(restarts, 0, startedAt, null, null, false) : this;
    }

    boolean isDue(long now, Duration firstBackOff, Duration longestBackOff) {
        long wait = Math.min(firstBackOff.toNanos() << Math.min(inARow, 20), longestBackOff.toNanos());
        return stoppedAt != null && now - stoppedAt >= wait;
    }

    boolean isDead(long now, Duration after) {
        return diedOfError && failingSince != null && now - failingSince >= after.toNanos();
    }
}
