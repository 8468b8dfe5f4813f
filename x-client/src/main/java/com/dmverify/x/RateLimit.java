package com.dmverify.x;

import java.time.Instant;

/**
 * One of X's rate limits, as of a response.
 *
 * @param limit calls per window
 * @param remaining calls left in this window
 * @param reset when the window ends
 */
public record RateLimit(Window window, long limit, long remaining, Instant reset) {

    /** X's windows; each has its own headers. */
    public enum Window {
        FIFTEEN_MINUTES,
        USER_24_HOURS,
        APP_24_HOURS
    }

    /** Whether no calls are left. */
    public boolean isExhausted() {
        return remaining <= 0;
    }
}
