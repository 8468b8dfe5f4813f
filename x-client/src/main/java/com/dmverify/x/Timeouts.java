package com.dmverify.x;

import java.time.Duration;

/**
 * Time-outs of calls to X.
 *
 * @param connect for a connection to each address that X has, and for each step of the TLS handshake; the request's
 *     time bounds them all
 * @param request for one request: connecting, sending, the last byte of the answer
 * @param call for the whole call: fetching a token where one is needed, the request, and its one repetition after a
 *     clock correction or with a new token
 */
public record Timeouts(Duration connect, Duration request, Duration call) {

    /** Refuses time-outs that are not positive with {@link IllegalArgumentException}. */
    public Timeouts {
        if (!connect.isPositive() || !request.isPositive() || !call.isPositive()) {
            throw new IllegalArgumentException("time-outs are positive");
        }
    }

    /** One request may take as long as the whole call. */
    public Timeouts(Duration connect, Duration call) {
        this(connect, call, call);
    }

    /** 2 s to connect, 10 s in all: X answers a DM in well under a second, and a user does not wait longer. */
    public static Timeouts defaults() {
        return new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(10));
    }
}
