package com.dmverify.sender.ratelimit;

import com.dmverify.x.dm.DirectMessages;
import com.dmverify.x.user.Users;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Puts rate limits around X's API. */
public final class RateLimiter {

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final CallBudget budget;
    private final InstantSource clock;
    private final Duration throttled;
    private final UnansweredCalls unanswered = new UnansweredCalls();

    /** @param throttled how long X is not called when it throttles and names no time */
    public RateLimiter(CallBudget budget, InstantSource clock, Duration throttled) {
        this.budget = budget;
        this.clock = clock;
        this.throttled = throttled;
    }

    /** The count of all replicas. */
    public CallBudget budget() {
        return budget;
    }

    /** What the count did not answer. */
    UnansweredCalls unanswered() {
        return unanswered;
    }

    InstantSource clock() {
        return clock;
    }

    /** Messages, and readings of conversations, inside these budgets. */
    public RateLimitedMessages limit(DirectMessages messages, AccountBudgets budgets) {
        return new RateLimitedMessages(this, messages, budgets);
    }

    /** Look-ups and credential checks inside these budgets. */
    public Users limit(Users users, AccountBudgets budgets) {
        return new RateLimitedUsers(
                users, calls(budgets.of(CallKind.LOOKUPS)), calls(budgets.of(CallKind.CREDENTIAL_CHECKS)));
    }

    /** Calls that count in this budget. */
    public RateLimitedCalls calls(BudgetKey key) {
        return new RateLimitedCalls(this, key);
    }

    /** Until when X is not called, after it named this instant or none. X may name one that has passed. */
    Instant pauseEnd(@Nullable Instant named) {
        Instant now = clock.instant();
        if (named == null) {
            return now.plus(throttled);
        }
        Instant soonest = now.plus(SHORTEST);
        return named.isBefore(soonest) ? soonest : named;
    }
}
