package com.dmverify.guarantees.evidence;

import com.dmverify.events.DmAttempted;
import com.dmverify.events.VerificationRequested;

/** Identifies one order to send a message. */
public record DispatchId(String verification, int dispatch) {

    static DispatchId of(VerificationRequested event) {
        return new DispatchId(event.getVerificationId(), event.getDispatch());
    }

    static DispatchId of(DmAttempted event) {
        return new DispatchId(event.getVerificationId(), event.getDispatch());
    }
}
