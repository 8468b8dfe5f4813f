package com.dmverify.sender.ratelimit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an account may call at the moment.
 *
 * @param windows those that limit it
 * @param closedUntil X refused without having announced it; null if it did not
 */
public record BudgetState(
        List<WindowState> windows, @Nullable Instant closedUntil) {}
