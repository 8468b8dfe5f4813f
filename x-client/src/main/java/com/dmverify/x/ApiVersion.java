package com.dmverify.x;

/** The version of X's API. */
public enum ApiVersion {
    /** The current API, in every plan. */
    V2,
    /** Legacy and Enterprise contracts only: self-serve apps get {@link XError.AppMisconfigured}. */
    V1_1
}
