package com.dmverify.api.eta;

import java.time.Duration;
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

    /** How many messages leave before the deadline if none waits; {@link Long#MAX_VALUE}: nothing limits the account. */
    long sendable(Instant now, Instant deadline) {
        Instant from = from(now);
        return windows.stream()
                .mapToLong(window -> window.sendable(from, deadline))
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** Until the account can send more than now: the next reset of a window, and no longer than the given time. */
    Duration untilMore(Instant now, Duration longest) {
        return windows.stream()
                .map(BudgetWindow::resetsAt)
                .filter(now::isBefore)
                .map(reset -> Duration.between(now, reset))
                .filter(wait -> wait.compareTo(longest) < 0)
                .min(Duration::compareTo)
                .orElse(longest);
    }

    private Instant from(Instant now) {
        return blockedUntil != null && blockedUntil.isAfter(now) ? blockedUntil : now;
    }

    /**
     * Estimates when a message leaves: as soon as each window has budget for it.
     *
     * @return never before {@code now}
     */
    Instant eta(QueuePosition position, Instant now) {
        Instant from = from(now);
        return windows.stream()
                .map(window -> window.letsThrough(position, from))
                .max(Instant::compareTo)
                .orElse(from);
    }
}
