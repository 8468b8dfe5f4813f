package com.dmverify.connections.connection;

import java.time.Duration;

/**
 * When tokens are refreshed, and the back-off after a failure.
 *
 * @param before how long before its end an access token is refreshed
 * @param lease how long a replica may refresh exclusively: longer than its call to X can take
 * @param first the pause after the first failure; it doubles with each further one
 * @param longest the longest pause
 */
public record RefreshPolicy(Duration before, Duration lease, Duration first, Duration longest) {

    /** Refuses durations that would cause calls without a pause, with {@link IllegalArgumentException}. */
    public RefreshPolicy {
        if (before.isNegative() || !lease.isPositive() || !first.isPositive() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("lease and pauses are positive, and the longest pause is no shorter");
        }
    }

    Duration pause(int failures) {
        Duration pause = first;
        for (int i = 1; i < failures && pause.compareTo(longest) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
