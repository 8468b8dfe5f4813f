package com.dmverify.sandbox.decision;

/** One question that X asks about a call. Throws {@link com.dmverify.sandbox.error.ApiException} for a no. */
@FunctionalInterface
interface Check {

    void examine(ApiRequest request);
}
