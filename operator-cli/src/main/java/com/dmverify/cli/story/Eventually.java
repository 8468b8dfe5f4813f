package com.dmverify.cli.story;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Polls until something is found. */
public final class Eventually {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private Eventually() {}

    /**
     * Returns what the search finds, as soon as it finds something.
     *
     * @throws StoryFailedException if it finds nothing within a minute
     */
    public static <T> T find(String what, Supplier<Optional<T>> search) {
        long end = System.nanoTime() + TIMEOUT.toNanos();
        while (System.nanoTime() < end) {
            Optional<T> found = search.get();
            if (found.isPresent()) {
                return found.get();
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new StoryFailedException("Nothing came within " + TIMEOUT.toSeconds() + " s: " + what);
    }
}
