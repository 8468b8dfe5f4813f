package com.dmverify.sender.account;

import com.dmverify.sender.budget.Allowance;
import com.dmverify.sender.budget.CallBudget;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * How calls are counted.
 *
 * @param throttled how long X is left in peace when it throttles and does not say until when
 */
public record Metering(CallBudget budget, InstantSource clock, Duration throttled) {

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    Meter of(Allowance allowance) {
        return new Meter(this, allowance);
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
