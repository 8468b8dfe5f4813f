package com.dmverify.sandbox.http;

/** The two versions of X's API; each has its own error format. {@code /oauth/} has that of v1.1. */
public enum ApiVersion {
    V1,
    V2;

    static ApiVersion of(String path) {
        return path.startsWith("/2/") ? V2 : V1;
    }
}
