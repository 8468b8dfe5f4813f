package com.dmverify.x.http;

import java.time.Duration;

/** The end of a call, by {@code System.nanoTime}. */
record Deadline(long nanoTime) {

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    long nanosLeft() {
        return Math.max(0, nanoTime - System.nanoTime());
    }
}
