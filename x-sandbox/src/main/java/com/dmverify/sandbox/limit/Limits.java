package com.dmverify.sandbox.limit;

import java.time.Duration;

/**
 * The current limits.
 *
 * @param v1 of v1.1, which has windows of its own
 * @param reads whether the other calls have X's limits as well
 */
public record Limits(DmLimits v2, DmLimits v1, Duration window15min, Duration window24h, boolean reads) {

    /** X's documented DM limit, from which the other limits are scaled. */
    private static final int DOCUMENTED_DM_15MIN = 15;

    public Limits {
        if (!window15min.isPositive() || !window24h.isPositive()) {
            throw new IllegalArgumentException("a window has a positive length");
        }
    }

    /** Scales the documented limit of another call with the DM limit, so that load tests can look up users too. */
    int read(int documented) {
        if (!reads || v2.per15Minutes() == 0) {
            return 0;
        }
        long grown = (long) documented * Math.max(1, v2.per15Minutes() / DOCUMENTED_DM_15MIN);
        return (int) Math.min(grown, Integer.MAX_VALUE);
    }
}
