package com.dmverify.local.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that runs with the system's clock, ahead of it by what a test has added. Its zone is UTC. Thread-safe. */
public final class OffsetClock extends Clock {

    private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);
    private final Clock system = Clock.systemUTC();

    /** Moves the clock forward for good. */
    public void advance(Duration by) {
        offset.accumulateAndGet(by, Duration::plus);
    }

    /** Runs the action while the clock is this much further ahead, and sets it back afterwards. */
    public void ahead(Duration by, Runnable action) {
        advance(by);
        try {
            action.run();
        } finally {
            advance(by.negated());
        }
    }

    @Override
    public Instant instant() {
        return system.instant().plus(offset.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("this clock is read as an instant only");
    }
}
