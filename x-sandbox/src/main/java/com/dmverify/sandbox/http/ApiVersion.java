package com.dmverify.sandbox.http;

/** The two generations of X's API; each has its own shape of error. {@code /oauth/} speaks like v1.1. */
public enum ApiVersion {
    V1,
    V2;

    static ApiVersion of(String path) {
        return path.startsWith("/2/") ? V2 : V1;
    }
}
