package com.dmverify.sandbox.decision;

import com.dmverify.sandbox.fault.FaultTarget;
import com.dmverify.sandbox.http.Call;

/** A call without API credentials, such as one for a token. Only faults for any call apply to it. */
record UnauthenticatedRequest(Call call) implements FaultTarget {

    @Override
    public boolean sends() {
        return false;
    }

    @Override
    public boolean isAbout(long userId) {
        return CallParticipants.user(call, userId);
    }
}
