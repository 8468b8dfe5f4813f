package com.dmverify.api.store.limit;

import java.time.Duration;

/**
 * How many uses are allowed within a time. The window begins with its first use, and the next one with the first use after its
 * end.
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
