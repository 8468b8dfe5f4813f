package com.dmverify.sandbox.decision;

import com.dmverify.sandbox.fault.FaultTarget;
import com.dmverify.sandbox.http.Call;

/** A call that goes by no credentials of X's API: for getting some. Meets only troubles that are ordered for any call. */
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
