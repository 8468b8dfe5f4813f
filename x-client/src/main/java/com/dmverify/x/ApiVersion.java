package com.dmverify.x;

/** Which of X's APIs to speak. */
public enum ApiVersion {
    /** What X runs today, for every plan. */
    V2,
    /** Legacy and Enterprise contracts only: self-serve apps get {@link XError.AppMisconfigured}. */
    V1_1
}
