package com.dmverify.promises.crowd;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does things at once or after a while, never on the thread of the caller. */
public final class Later implements AutoCloseable {

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("later").factory());
    private final ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor();
    private final Collection<Throwable> failures = new ConcurrentLinkedQueue<>();

    public void now(Runnable deed) {
        hands.execute(() -> {
            try {
                deed.run();
            } catch (RuntimeException | AssertionError e) {
                failures.add(e);
            }
        });
    }

    public void in(Duration wait, Runnable deed) {
        var _ = clock.schedule(() -> now(deed), wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What nobody was there to catch. */
    public Collection<Throwable> failures() {
        return failures;
    }

    @Override
    public void close() {
        clock.shutdownNow();
        hands.shutdownNow();
    }
}
