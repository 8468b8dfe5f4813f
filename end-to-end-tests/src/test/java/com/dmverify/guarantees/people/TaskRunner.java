package com.dmverify.guarantees.people;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Runs actions at once or after a delay, never on the thread of the caller. */
public final class TaskRunner implements AutoCloseable {

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("task-timer").factory());
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Collection<Throwable> failures = new ConcurrentLinkedQueue<>();

    public void now(Runnable action) {
        executor.execute(() -> {
            try {
                action.run();
            } catch (RuntimeException | AssertionError e) {
                failures.add(e);
            }
        });
    }

    public void in(Duration wait, Runnable action) {
        var _ = clock.schedule(() -> now(action), wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The exceptions that actions threw. */
    public Collection<Throwable> failures() {
        return failures;
    }

    @Override
    public void close() {
        clock.shutdownNow();
        executor.shutdownNow();
    }
}
