package com.dmverify.api.store.limit;

import java.time.Duration;
import java.time.Instant;

/**
 * How much of a quota is used.
 *
 * @param began when its window began
 * @param remaining what is left of it
 * @param reset until its window ends
 */
public record Usage(Quota quota, Instant began, int remaining, Duration reset) {

    Usage oneMore() {
        return new Usage(quota, began, remaining + 1, reset);
    }
}
