package com.dmverify.sender.pace;

import com.dmverify.events.RateLimitStatus;
import com.dmverify.events.RateLimitWindow;
import com.dmverify.sender.account.Account;
import com.dmverify.sender.account.Trouble;
import com.dmverify.sender.budget.BudgetState;
import com.dmverify.sender.budget.WindowState;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What limits an account at a moment.
 *
 * @param blockedUntil nothing is sent before then; null if nothing blocks it
 */
public record Observation(
        String account, BudgetState budget, @Nullable Instant blockedUntil) {

    static Observation of(Account account, BudgetState budget) {
        Instant trouble = account.breaker().trouble().map(Trouble::nextTry).orElse(null);
        return new Observation(
                account.name(),
                budget,
                Stream.of(trouble, budget.closedUntil())
                        .filter(Objects::nonNull)
                        .max(Instant::compareTo)
                        .orElse(null));
    }

    /** The record that tells it. */
    RateLimitStatus at(Instant now) {
        return RateLimitStatus.newBuilder()
                .setAccount(account)
                .setWindows(budget.windows().stream()
                        .map(window -> told(window, now))
                        .toList())
                .setBlockedUntil(blockedUntil)
                .setObservedAt(now)
                .build();
    }

    private static RateLimitWindow told(WindowState state, Instant now) {
        return RateLimitWindow.newBuilder()
                .setName(state.name())
                .setLimit(state.limit())
                .setLeft(state.left())
                .setLengthMs(state.length().toMillis())
                .setResetsAt(Objects.requireNonNullElse(state.resetsAt(), now))
                .build();
    }
}
