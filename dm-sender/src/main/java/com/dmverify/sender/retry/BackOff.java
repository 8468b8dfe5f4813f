package com.dmverify.sender.retry;

import java.time.Duration;

/**
 * How long to wait before an order is tried again: doubling, and spread, so that those who failed together do not come
 * back together.
 *
 * @param first the wait after the first attempt
 * @param longest no wait is longer than this
 * @param mostAttempts after so many, give up
 */
public record BackOff(Duration first, Duration longest, int mostAttempts) {

    private static final int MOST_DOUBLINGS = 20;

    /** Refuses waits of no length and a count below 1 with {@link IllegalArgumentException}. */
    public BackOff {
        if (!first.isPositive() || first.compareTo(longest) > 0 || mostAttempts < 1) {
            throw new IllegalArgumentException("a back-off needs 0 < first <= longest and at least one attempt");
        }
    }

    /** Whether this attempt was the last one. */
    public boolean isSpent(int attempt) {
        return attempt >= mostAttempts;
    }

    /** Between half and all of the doubled wait; where in between depends on who waits. */
    public Duration after(int attempt, Object who) {
        Duration doubled = first.multipliedBy(1L << Math.min(attempt - 1, MOST_DOUBLINGS));
        long half = Math.min(doubled.toMillis(), longest.toMillis()) / 2;
        return Duration.ofMillis(half + Math.floorMod(who.hashCode() * 31L + attempt, half + 1));
    }
}
