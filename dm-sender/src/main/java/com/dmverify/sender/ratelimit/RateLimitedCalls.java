package com.dmverify.sender.ratelimit;

import com.dmverify.x.Answer;
import com.dmverify.x.RateLimits;
import com.dmverify.x.XError;
import java.util.function.Supplier;

/** Keeps calls of one kind inside X's budget for them: what is known to be used up, X is not asked for. */
final class RateLimitedCalls {

    private final RateLimiter rateLimiter;
    private final BudgetKey budgetKey;

    RateLimitedCalls(RateLimiter rateLimiter, BudgetKey budgetKey) {
        this.rateLimiter = rateLimiter;
        this.budgetKey = budgetKey;
    }

    /** X's answer; with an empty budget the one that X would give. */
    <T> Answer<T> count(Supplier<Answer<T>> call) {
        return switch (rateLimiter.budget().take(budgetKey)) {
            case TakeResult.ExhaustedUntil(var until) ->
                new Answer.Failed<>(
                        new XError.Throttled(until, "not asked: our count is at X's limit", null), RateLimits.none());
            case TakeResult.Taken _ -> heed(call.get());
            case TakeResult.RecipientLimit _ -> throw new IllegalStateException("only messages have recipients");
        };
    }

    private <T> Answer<T> heed(Answer<T> answer) {
        rateLimiter.budget().correct(budgetKey, answer.limits());
        if (answer instanceof Answer.Failed<T>(XError.Throttled throttled, var _)) {
            rateLimiter.budget().close(budgetKey, rateLimiter.pauseEnd(throttled.until()));
        }
        return answer;
    }
}
