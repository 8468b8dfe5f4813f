package com.dmverify.x.http;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ends calls that take longer than their time-out. A socket's read time-out does not suffice, because it starts again
 * with every byte. One thread serves all calls and sleeps until the next time-out.
 */
final class CallTimeouts implements AutoCloseable {

    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("x-client-timeouts").factory());

    CallTimeouts() {
        clock.setRemoveOnCancelPolicy(true);
    }

    /** The time-out of one call. The caller closes it when the call has ended. */
    static final class CallTimeout implements AutoCloseable {

        private final AtomicBoolean expired = new AtomicBoolean();
        private final Future<?> scheduled;

        private CallTimeout(ScheduledThreadPoolExecutor clock, long nanos, Runnable end) {
            this.scheduled = clock.schedule(() -> expire(end), nanos, TimeUnit.NANOSECONDS);
        }

        private void expire(Runnable end) {
            expired.set(true);
            end.run();
        }

        /** Whether the time-out ended the call. */
        boolean expired() {
            return expired.get();
        }

        @Override
        public void close() {
            scheduled.cancel(false);
        }
    }

    /** Runs {@code end} after so many nanoseconds, unless the returned time-out is closed before. */
    CallTimeout in(long nanos, Runnable end) {
        return new CallTimeout(clock, nanos, end);
    }

    /** Runs the task repeatedly until this object is closed. */
    void every(Duration pause, Runnable task) {
        var _ = clock.scheduleWithFixedDelay(task, pause.toNanos(), pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        clock.shutdown();
    }
}
