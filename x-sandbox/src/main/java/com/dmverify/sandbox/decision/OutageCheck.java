package com.dmverify.sandbox.decision;

import com.dmverify.sandbox.error.ApiError;
import com.dmverify.sandbox.error.ApiException;
import com.dmverify.sandbox.fault.FaultName;
import com.dmverify.sandbox.fault.FaultTarget;
import com.dmverify.sandbox.fault.Faults;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Applies the faults with which X is down or late. */
@Component
class OutageCheck {

    private static final Duration USUAL_HOLD = Duration.ofSeconds(5);

    private final Faults faults;

    OutageCheck(Faults faults) {
        this.faults = faults;
    }

    /** How long X holds a call before it handles it. */
    Duration hold(FaultTarget target) {
        return faults.take(FaultName.ACCEPT_LATE, target)
                .map(fault -> fault.delayOr(USUAL_HOLD))
                .orElse(Duration.ZERO);
    }

    void examine(FaultTarget target) {
        if (faults.take(FaultName.UNAVAILABLE_BEFORE, target).isPresent()) {
            throw ApiException.of(ApiError.OVER_CAPACITY);
        }
    }
}
