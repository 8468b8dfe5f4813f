package com.dmverify.sandbox.wire;

/** The two generations of X's API; each has its own shape of error. {@code /oauth/} speaks like v1.1. */
public enum Generation {
    V1,
    V2;

    static Generation of(String path) {
        return path.startsWith("/2/") ? V2 : V1;
    }
}
