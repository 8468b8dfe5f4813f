package com.dmverify.sender.account;

import com.dmverify.sender.budget.Allowance;
import com.dmverify.sender.budget.CallBudget;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * How calls are counted.
 *
 * @param throttled how long X is left in peace when it throttles and does not say until when
 */
public record Metering(CallBudget budget, InstantSource clock, Duration throttled) {

    Meter of(Allowance allowance) {
        return new Meter(this, allowance);
    }

    Instant pauseEnd() {
        return clock.instant().plus(throttled);
    }
}
