package com.dmverify.sender.ratelimit;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How full one of X's windows is.
 *
 * @param name {@code short}, {@code day} or {@code app_day}
 * @param limit calls in one window; 0: none of ours
 * @param left calls left now; the limit if no window is running
 * @param length from the first call
 * @param resetsAt when it is full again; null if none is running
 */
public record WindowState(
        String name,
        long limit,
        long left,
        Duration length,
        @Nullable Instant resetsAt) {}
