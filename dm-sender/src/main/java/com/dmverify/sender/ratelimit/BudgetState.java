package com.dmverify.sender.ratelimit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an account may call at the moment.
 *
 * @param windows those that limit it
 * @param closedUntil until when X throttles although our count was not at its limit; null if it does not
 */
public record BudgetState(
        List<WindowState> windows, @Nullable Instant closedUntil) {}
