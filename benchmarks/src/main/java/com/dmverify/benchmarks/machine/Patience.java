package com.dmverify.benchmarks.machine;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Looks again until something is so. */
public final class Patience {

    private static final Duration PAUSE = Duration.ofMillis(10);

    private Patience() {}

    /** Returns when it is so; throws {@link IllegalStateException} if that takes longer than this. */
    public static void until(Duration longest, String what, BooleanSupplier isSo) {
        long end = System.nanoTime() + longest.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        String.format(Locale.ROOT, "Waited %d s for %s", longest.toSeconds(), what));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
