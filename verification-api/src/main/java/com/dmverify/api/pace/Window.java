package com.dmverify.api.pace;

import java.time.Duration;
import java.time.Instant;

/**
 * One of X's limits: so many messages in such a time, counted from the first of them.
 *
 * @param limit messages in one window; 0: no limit
 * @param left messages left in the running window
 * @param resetsAt when the running window is full again; in the past if none is running
 */
record Window(long limit, long left, Duration length, Instant resetsAt) {

    Window {
        if (limit < 0 || left < 0 || !length.isPositive()) {
            throw new IllegalArgumentException(
                    "A window has a limit and a rest of at least 0, and a length: not %d, %d, %s"
                            .formatted(limit, left, length));
        }
    }

    /**
     * When this window lets a message through, if nothing is sent before the given instant.
     *
     * @param place how many messages are before it; 0: it is the next
     * @return never before {@code from}
     */
    Instant letsThrough(long place, Instant from) {
        if (limit == 0) {
            return from;
        }
        boolean runs = resetsAt.isAfter(from);
        long atOnce = runs ? left : limit;
        if (place < atOnce) {
            return from;
        }
        Instant full = runs ? resetsAt : from.plus(length);
        return full.plus(length.multipliedBy((place - atOnce) / limit));
    }
}
