package com.dmverify.sender.consume;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Wakes a partition when its next waiting record is due, so that no poll has to look for it. At most one wake-up is
 * scheduled at a time. Thread-safe.
 */
final class WakeUp {

    /** A clock that is read a little early must not make the wake-up spin. */
    private static final Duration SHORTEST = Duration.ofMillis(1);

    private final InstantSource clock;
    private final Timer timer;
    private final Runnable work;
    private @Nullable Runnable cancel;
    private Instant due = Instant.MAX;
    private boolean ended;

    /** Runs work once after a delay. */
    @FunctionalInterface
    interface Timer {

        /** Returns what cancels it. */
        Runnable schedule(Duration delay, Runnable work);
    }

    WakeUp(InstantSource clock, Timer timer, Runnable work) {
        this.clock = clock;
        this.timer = timer;
        this.work = work;
    }

    /** Wakes up at this instant, unless an earlier wake-up is scheduled: that one looks again. */
    synchronized void at(Instant instant) {
        if (ended || !instant.isBefore(due)) {
            return;
        }
        if (cancel != null) {
            cancel.run();
        }
        due = instant;
        Duration delay = Duration.between(clock.instant(), instant);
        cancel = timer.schedule(delay.compareTo(SHORTEST) < 0 ? SHORTEST : delay, this::wake);
    }

    private void wake() {
        synchronized (this) {
            due = Instant.MAX;
            cancel = null;
        }
        work.run();
    }

    /** Schedules nothing any more. */
    synchronized void end() {
        ended = true;
        if (cancel != null) {
            cancel.run();
        }
    }
}
