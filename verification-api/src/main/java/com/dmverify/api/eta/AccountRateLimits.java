package com.dmverify.api.eta;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How fast an account could send when its sender last said so.
 *
 * @param windows a message counts in each of them; none: nothing limits the account
 * @param blockedUntil X lets the account send nothing before; null if it does
 * @param observedAt when it was so
 */
record AccountRateLimits(
        List<BudgetWindow> windows, @Nullable Instant blockedUntil, Instant observedAt) {

    AccountRateLimits {
        windows = List.copyOf(windows);
    }

    /**
     * When a message will probably leave: when the last of the windows lets it through.
     *
     * @return never before {@code now}
     */
    Instant eta(QueuePosition position, Instant now) {
        Instant from = blockedUntil != null && blockedUntil.isAfter(now) ? blockedUntil : now;
        return windows.stream()
                .map(window -> window.letsThrough(position, from))
                .max(Instant::compareTo)
                .orElse(from);
    }
}
