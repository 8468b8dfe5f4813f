package com.dmverify.webhook.log;

import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Limits log lines per minute, and counts the suppressed ones. Thread-safe. */
public final class LogLimiter {

    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final int linesPerMinute;
    private final LongSupplier nanos;
    private long windowBegan;
    private int inWindow;
    private long heldBack;

    /** A limit; {@code nanos} as {@link System#nanoTime}. */
    public LogLimiter(int linesPerMinute, LongSupplier nanos) {
        this.linesPerMinute = linesPerMinute;
        this.nanos = nanos;
        this.windowBegan = nanos.getAsLong();
    }

    /** How many lines were suppressed since the last one that passed; empty if this one is suppressed, too. */
    public synchronized OptionalLong pass() {
        long now = nanos.getAsLong();
        if (now - windowBegan >= MINUTE) {
            windowBegan = now;
            inWindow = 0;
        }
        if (inWindow >= linesPerMinute) {
            heldBack++;
            return OptionalLong.empty();
        }
        inWindow++;
        long missing = heldBack;
        heldBack = 0;
        return OptionalLong.of(missing);
    }
}
