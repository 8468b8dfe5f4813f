package com.dmverify.api.kafka;

import java.time.Duration;

/** The waits between the attempts of a record in a retry topic: 5 s, 10 s, 20 s, 40 s, then 60 s each. */
final class BackOff {

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private BackOff() {}

    /** Returns the wait after this attempt, from 1. */
    static Duration after(int attempt) {
        Duration wait = FIRST.multipliedBy(1L << Math.min(attempt - 1, 10));
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }

    /** Returns the sum of the waits before this attempt, from 1. */
    static Duration before(int attempt) {
        Duration total = Duration.ZERO;
        for (int i = 1; i < attempt; i++) {
            total = total.plus(after(i));
        }
        return total;
    }
}
