package com.dmverify.sandbox.fault;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** An injected fault: how often it applies, with which probability, and to which user. */
public final class Fault {

    private final FaultName name;
    private final AtomicLong left;
    private final double probability;
    private final @Nullable Duration delay;
    private final @Nullable Long forUser;
    private final boolean anyCall;

    /**
     * @param count how often it applies; {@code Long.MAX_VALUE} for ever
     * @param forUser the user that the call or delivery concerns; {@code null} for all
     * @param anyCall whether it applies to calls that send no DM too
     */
    public Fault(
            FaultName name,
            long count,
            double probability,
            @Nullable Duration delay,
            @Nullable Long forUser,
            boolean anyCall) {
        this.name = name;
        this.left = new AtomicLong(count);
        this.probability = probability;
        this.delay = delay;
        this.forUser = forUser;
        this.anyCall = anyCall || name.meetsAnyCall();
    }

    public FaultName name() {
        return name;
    }

    public long left() {
        return left.get();
    }

    public double probability() {
        return probability;
    }

    public @Nullable Long forUser() {
        return forUser;
    }

    public @Nullable Duration delay() {
        return delay;
    }

    public Duration delayOr(Duration otherwise) {
        return delay == null ? otherwise : delay;
    }

    boolean meets(FaultTarget target) {
        return (anyCall || target.sends()) && (forUser == null || target.isAbout(forUser));
    }

    boolean take() {
        return (probability >= 1 || ThreadLocalRandom.current().nextDouble() < probability)
                && left.getAndUpdate(count -> count > 0 && count < Long.MAX_VALUE ? count - 1 : count) > 0;
    }
}
