package com.dmverify.sandbox.decision;

/** One check of a call. Throws {@link com.dmverify.sandbox.error.ApiException} if the call fails it. */
@FunctionalInterface
interface Check {

    void examine(ApiRequest request);
}
