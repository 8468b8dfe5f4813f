package com.dmverify.benchmarks.machine;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Polls a condition until it holds. */
public final class Wait {

    private static final Duration PAUSE = Duration.ofMillis(5);

    private Wait() {}

    /** Returns when the condition holds; throws {@link IllegalStateException} if that takes longer than {@code longest}. */
    public static void until(Duration longest, String what, BooleanSupplier condition) {
        long end = System.nanoTime() + longest.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        String.format(Locale.ROOT, "Waited %d s for %s", longest.toSeconds(), what));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
