package com.dmverify.sender.ledger;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long a claim is respected, as its owner measures it: by a monotonic clock, from before the claim was sent. So it is
 * over here at the latest when it is over in Redis, however the wall clock is set meanwhile.
 */
public final class Lease {

    private final LongSupplier nanoTime;
    private final long begin;
    private final long callableNanos;

    private Lease(LongSupplier nanoTime, Duration length) {
        this.nanoTime = nanoTime;
        this.begin = nanoTime.getAsLong();
        this.callableNanos = length.multipliedBy(2).dividedBy(3).toNanos();
    }

    /** A lease that begins now. Make it before the claim is sent. */
    public static Lease begin(LongSupplier nanoTime, Duration length) {
        return new Lease(nanoTime, length);
    }

    /** Whether a call that begins now is over before the lease is: not in the last third. */
    public boolean allowsCall() {
        return nanoTime.getAsLong() - begin < callableNanos;
    }
}
