package com.dmverify.sandbox.decision;

import com.dmverify.sandbox.error.ApiError;
import com.dmverify.sandbox.error.ApiException;
import com.dmverify.sandbox.fault.FaultName;
import com.dmverify.sandbox.fault.FaultTarget;
import com.dmverify.sandbox.fault.Faults;
import com.dmverify.sandbox.http.ApiVersion;
import com.dmverify.sandbox.http.Reply;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Applies the faults after X's decision: the answer is lost, wrong or late. */
@Component
class ResponseFaults {

    private static final Duration USUAL_DELAY = Duration.ofSeconds(5);

    private final Faults faults;

    ResponseFaults(Faults faults) {
        this.faults = faults;
    }

    Reply of(FaultTarget target, ApiVersion apiVersion, Reply decided) {
        Reply reply = decided;
        if (reply.status() < 300) {
            if (faults.take(FaultName.UNAVAILABLE_AFTER_ACCEPT, target).isPresent()) {
                reply = ApiException.of(ApiError.OVER_CAPACITY).reply(apiVersion);
            }
            faults.take(FaultName.DROP_AFTER_ACCEPT, target)
                    .ifPresent(fault -> decided.drop().after(fault.delayOr(Duration.ZERO)));
        }
        Reply late = reply;
        faults.take(FaultName.SLOW, target).ifPresent(fault -> late.after(fault.delayOr(USUAL_DELAY)));
        return reply;
    }
}
