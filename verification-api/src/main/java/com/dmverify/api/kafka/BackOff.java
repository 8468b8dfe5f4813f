package com.dmverify.api.kafka;

import java.time.Duration;

/** The waits between the attempts of a record that a newer version wrote: 5 s, 10 s, 20 s, 40 s, then 60 s each. */
final class BackOff {

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private BackOff() {}

    /** How long to wait after this attempt, from 1. */
    static Duration after(int attempt) {
        Duration wait = FIRST.multipliedBy(1L << Math.min(attempt - 1, 10));
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }

    /** How long a record has been tried before this attempt, from 1. */
    static Duration before(int attempt) {
        Duration total = Duration.ZERO;
        for (int i = 1; i < attempt; i++) {
            total = total.plus(after(i));
        }
        return total;
    }
}
