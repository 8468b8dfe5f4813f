package com.dmverify.sandbox.decision;

/** One question that X asks about a call. Throws {@link com.dmverify.sandbox.refusal.Refused} for a no. */
@FunctionalInterface
interface Check {

    void examine(Attempt attempt);
}
