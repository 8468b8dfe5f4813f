package com.dmverify.connections.connection;

import java.time.Duration;

/**
 * When a renewal is begun, and tried again.
 *
 * @param before how long before its end an access token is renewed
 * @param lease how long a replica that renews is left alone: longer than its call to X can last
 * @param first the pause after a first failure; it doubles
 * @param longest no pause is longer
 */
public record Patience(Duration before, Duration lease, Duration first, Duration longest) {

    /** Refuses what would ask X without a pause with {@link IllegalArgumentException}. */
    public Patience {
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
