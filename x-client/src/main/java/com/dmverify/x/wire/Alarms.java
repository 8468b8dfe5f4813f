package com.dmverify.x.wire;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ends calls that take too long as a whole. A time-out of the socket would not do: it begins anew with every byte. One
 * thread for all calls, which sleeps until the first of them is late.
 */
final class Alarms implements AutoCloseable {

    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("x-client-alarms").factory());

    Alarms() {
        clock.setRemoveOnCancelPolicy(true);
    }

    /** One call's; closing it is the call's end. */
    static final class Alarm implements AutoCloseable {

        private final AtomicBoolean rang = new AtomicBoolean();
        private final Future<?> ringing;

        private Alarm(ScheduledThreadPoolExecutor clock, long nanos, Runnable end) {
            this.ringing = clock.schedule(() -> ring(end), nanos, TimeUnit.NANOSECONDS);
        }

        private void ring(Runnable end) {
            rang.set(true);
            end.run();
        }

        /** Whether the call was ended from here. */
        boolean rang() {
            return rang.get();
        }

        @Override
        public void close() {
            ringing.cancel(false);
        }
    }

    /** Runs {@code end} after so many nanoseconds, unless the alarm is closed before. */
    Alarm in(long nanos, Runnable end) {
        return new Alarm(clock, nanos, end);
    }

    /** Runs this again and again, until the end. */
    void every(Duration pause, Runnable chore) {
        var _ = clock.scheduleWithFixedDelay(chore, pause.toNanos(), pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        clock.shutdown();
    }
}
