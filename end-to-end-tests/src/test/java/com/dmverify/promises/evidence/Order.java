package com.dmverify.promises.evidence;

import com.dmverify.events.DmAttempted;
import com.dmverify.events.VerificationRequested;

/** Names one order to send a message. */
public record Order(String verification, int dispatch) {

    static Order of(VerificationRequested event) {
        return new Order(event.getVerificationId(), event.getDispatch());
    }

    static Order of(DmAttempted event) {
        return new Order(event.getVerificationId(), event.getDispatch());
    }
}
