package com.dmverify.sandbox.limit;

import java.time.Duration;

/** The budget in force; 0 is no limit. */
public record Limits(int dm15min, int dm24h, int dm24hApp, Duration window15min, Duration window24h, boolean reads) {

    /** X's documented DM limit, the measure for the others. */
    private static final int DOCUMENTED_DM_15MIN = 15;

    public Limits {
        if (dm15min < 0 || dm24h < 0 || dm24hApp < 0) {
            throw new IllegalArgumentException("a limit is 0 (none) or more");
        }
        if (!window15min.isPositive() || !window24h.isPositive()) {
            throw new IllegalArgumentException("a window is longer than nothing");
        }
    }

    /** A documented limit of another call; it grows with the DM limit, so that load tests can look people up too. */
    int read(int documented) {
        if (!reads || dm15min == 0) {
            return 0;
        }
        long grown = (long) documented * Math.max(1, dm15min / DOCUMENTED_DM_15MIN);
        return (int) Math.min(grown, Integer.MAX_VALUE);
    }
}
