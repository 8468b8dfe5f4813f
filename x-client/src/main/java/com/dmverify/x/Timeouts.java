package com.dmverify.x;

import java.time.Duration;

/**
 * How long to wait for X.
 *
 * @param connect for a connection, TLS included
 * @param request for the whole call: connecting, sending, the last byte of the answer, and the one repetition after a
 *     clock correction
 */
public record Timeouts(Duration connect, Duration request) {

    /** Refuses time-outs that are not positive with {@link IllegalArgumentException}. */
    public Timeouts {
        if (!connect.isPositive() || !request.isPositive()) {
            throw new IllegalArgumentException("time-outs are positive");
        }
    }

    /** 2 s to connect, 10 s in all: X answers a DM in well under a second, and a longer wait outlives a user's patience. */
    public static Timeouts defaults() {
        return new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(10));
    }
}
