package com.dmverify.sender.account;

import com.dmverify.sender.budget.Allowance;
import com.dmverify.sender.budget.Taking;
import com.dmverify.x.Answer;
import com.dmverify.x.RateLimits;
import com.dmverify.x.XError;
import java.util.function.Supplier;

/** Keeps calls of one kind inside X's budget for them: what is known to be used up, X is not asked for. */
final class Meter {

    private final Metering metering;
    private final Allowance allowance;

    Meter(Metering metering, Allowance allowance) {
        this.metering = metering;
        this.allowance = allowance;
    }

    /** X's answer; with an empty budget the one that X would give. */
    <T> Answer<T> count(Supplier<Answer<T>> call) {
        return switch (metering.budget().take(allowance)) {
            case Taking.ExhaustedUntil(var until) ->
                new Answer.Failed<>(
                        new XError.Throttled(until, "not asked: our count is at X's limit", null), RateLimits.none());
            case Taking.Taken _ -> heed(call.get());
            case Taking.RecipientLimit _ -> throw new IllegalStateException("only messages have recipients");
        };
    }

    private <T> Answer<T> heed(Answer<T> answer) {
        metering.budget().correct(allowance, answer.limits());
        if (answer instanceof Answer.Failed<T>(XError.Throttled throttled, var _)) {
            metering.budget().close(allowance, metering.pauseEnd(throttled.until()));
        }
        return answer;
    }
}
