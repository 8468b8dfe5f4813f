package com.dmverify.sender.ratelimit;

import com.dmverify.sender.error.NextMove;
import com.dmverify.sender.error.XErrorPolicy;
import com.dmverify.x.Answer;
import com.dmverify.x.RateLimits;
import java.util.function.Supplier;

/**
 * Calls of one kind inside X's rate limit for them. If our count has reached the limit, X is not called. */
public final class RateLimitedCalls {

    private final RateLimiter limiter;
    private final BudgetKey key;

    RateLimitedCalls(RateLimiter limiter, BudgetKey key) {
        this.limiter = limiter;
        this.key = key;
    }

    /** X's answer, or the one that X would give if the limit is reached. */
    public <T> Answer<T> count(Supplier<Answer<T>> call) {
        return switch (take()) {
            case TakeResult.ExhaustedUntil(var until) ->
                new Answer.Failed<>(XErrorPolicy.limitReached(until), RateLimits.none());
            case TakeResult.Taken _ -> heed(call.get());
            case TakeResult.RecipientLimit _ -> throw new IllegalStateException("only messages have recipients");
        };
    }

    private TakeResult take() {
        String call = limiter.unanswered().nextName(key);
        try {
            return limiter.budget().take(key.of(call));
        } catch (RuntimeException e) {
            limiter.unanswered().add(key, call);
            throw e;
        }
    }

    private <T> Answer<T> heed(Answer<T> answer) {
        limiter.budget().correct(key, answer.limits());
        if (answer instanceof Answer.Failed<T>(var error, var _)
                && XErrorPolicy.nextMove(error) instanceof NextMove.Wait(var until)) {
            limiter.budget().close(key, limiter.pauseEnd(until));
        }
        return answer;
    }
}
