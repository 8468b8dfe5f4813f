package com.dmverify.api.store.limit;

import java.time.Duration;

/**
 * How many uses are allowed within a time; the window moves with the clock.
 *
 * @param name as callers read it
 * @param limit how many
 * @param window within this time
 */
public record Quota(String name, int limit, Duration window) {

    public Quota {
        if (limit < 1 || !window.isPositive()) {
            throw new IllegalArgumentException("A quota allows at least one use within a positive time");
        }
    }
}
