package com.dmverify.benchmarks.deployment;

/** The one tenant of verification-api. */
public final class Tenant {

    /** Its API key. */
    public static final String KEY = "benchmark";

    /** The account that speaks for it: none of dm-sender's, so that a benchmark can report in its place. */
    public static final String ACCOUNT = "elsewhere";

    static final String NAME = "benchmark";
    static final String KEY_SHA256 = "0e89820860c342f2c7ec694d144023b10301c2accdd078cb5167a06d0c3d5bcc";

    private Tenant() {}
}
