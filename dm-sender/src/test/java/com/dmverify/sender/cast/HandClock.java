package com.dmverify.sender.cast;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is moved. */
public final class HandClock extends Clock {

    public static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

    private volatile Instant now = START;

    public void move(Duration ahead) {
        now = now.plus(ahead);
    }

    public void moveTo(Instant instant) {
        now = instant;
    }

    /** As a monotonic clock. */
    public long nanoTime() {
        return Duration.between(START, now).toNanos();
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("instants only");
    }
}
