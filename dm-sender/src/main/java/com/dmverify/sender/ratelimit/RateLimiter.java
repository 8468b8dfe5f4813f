package com.dmverify.sender.ratelimit;

import com.dmverify.x.dm.DirectMessages;
import com.dmverify.x.user.Users;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * How calls are counted.
 *
 * @param throttled how long X is left in peace when it throttles and does not say until when
 */
public record RateLimiter(CallBudget budget, InstantSource clock, Duration throttled) {

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    /** Messages, and readings of conversations, inside these budgets. */
    public DirectMessages limit(DirectMessages messages, AccountBudgets budgets) {
        return new RateLimitedMessages(messages, of(budgets.of(CallKind.READS)), of(budgets.of(CallKind.LISTS)));
    }

    /** Look-ups and credential checks inside these budgets. */
    public Users limit(Users users, AccountBudgets budgets) {
        return new RateLimitedUsers(
                users, of(budgets.of(CallKind.LOOKUPS)), of(budgets.of(CallKind.CREDENTIAL_CHECKS)));
    }

    private RateLimitedCalls of(BudgetKey budgetKey) {
        return new RateLimitedCalls(this, budgetKey);
    }

    /** Until when X is not called, after it named this instant or none: X may name one that is over. */
    Instant pauseEnd(@Nullable Instant named) {
        Instant now = clock.instant();
        if (named == null) {
            return now.plus(throttled);
        }
        Instant soonest = now.plus(SHORTEST);
        return named.isBefore(soonest) ? soonest : named;
    }
}
