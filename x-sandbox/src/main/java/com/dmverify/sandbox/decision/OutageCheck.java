package com.dmverify.sandbox.decision;

import com.dmverify.sandbox.fault.FaultName;
import com.dmverify.sandbox.fault.FaultTarget;
import com.dmverify.sandbox.fault.Faults;
import com.dmverify.sandbox.refusal.Refusal;
import com.dmverify.sandbox.refusal.Refused;
import org.springframework.stereotype.Component;

/** X is down, when that was ordered. */
@Component
class OutageCheck {

    private final Faults faults;

    OutageCheck(Faults faults) {
        this.faults = faults;
    }

    void examine(FaultTarget target) {
        if (faults.take(FaultName.UNAVAILABLE_BEFORE, target).isPresent()) {
            throw Refused.because(Refusal.OVER_CAPACITY);
        }
    }
}
