package com.dmverify.api.eta;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rate limits of an account as dm-sender last reported them.
 *
 * @param windows a message counts in each of them; none: nothing limits the account
 * @param blockedUntil X rejects all messages of the account until then; null if it does not
 * @param observedAt when dm-sender observed them
 */
record AccountRateLimits(
        List<BudgetWindow> windows, @Nullable Instant blockedUntil, Instant observedAt) {

    AccountRateLimits {
        windows = List.copyOf(windows);
    }

    /**
     * Estimates when a message leaves: as soon as each window has budget for it.
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
