package com.dmverify.sender.ratestatus;

import com.dmverify.events.RateLimitStatus;
import com.dmverify.events.RateLimitWindow;
import com.dmverify.sender.account.Account;
import com.dmverify.sender.account.AccountBlock;
import com.dmverify.sender.ratelimit.BudgetState;
import com.dmverify.sender.ratelimit.WindowState;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What limits an account at a moment.
 *
 * @param blockedUntil nothing is sent before then; null if nothing blocks it
 */
public record RateLimitObservation(
        String account, BudgetState budget, @Nullable Instant blockedUntil) {

    static RateLimitObservation of(Account account, BudgetState budget) {
        Instant block = account.breaker().block().map(AccountBlock::nextTry).orElse(null);
        return new RateLimitObservation(
                account.name(),
                budget,
                Stream.of(block, budget.closedUntil())
                        .filter(Objects::nonNull)
                        .max(Instant::compareTo)
                        .orElse(null));
    }

    /** The record that is published. */
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
