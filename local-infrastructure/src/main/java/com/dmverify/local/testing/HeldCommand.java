package com.dmverify.local.testing;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A command of a client, held back by a {@link ScriptedRedis} until the test says how it goes on: what a client left behind that
 * was killed at this point. Its connection answers nothing meanwhile. Thread-safe.
 */
public final class HeldCommand {

    /** Where it is held. */
    public enum Point {
        /** It has come from the client, and Redis does not know of it. */
        BEFORE,
        /** Redis has executed it, and the client does not know. */
        AFTER
    }

    private static final long LONGEST_SECONDS = 120;

    private final String argument;
    private final Point point;
    private final CompletableFuture<Void> arrived = new CompletableFuture<>();
    private final CompletableFuture<Boolean> goesOn = new CompletableFuture<>();

    HeldCommand(String argument, Point point) {
        this.argument = argument;
        this.point = point;
    }

    /** Waits until there is one. */
    public void await() {
        arrived.orTimeout(LONGEST_SECONDS, TimeUnit.SECONDS).join();
    }

    /** It goes on to Redis, or its answer to the client; so does every later one. */
    public void passOn() {
        goesOn.complete(true);
    }

    /** Its connection is closed, and nothing of it goes on; so it is with every later one. */
    public void drop() {
        goesOn.complete(false);
    }

    boolean isAt(Point where) {
        return point == where;
    }

    boolean concerns(List<String> words) {
        return words.stream().anyMatch(word -> word.contains(argument));
    }

    /** Holds one; whether it goes on. */
    boolean hold() {
        arrived.complete(null);
        return goesOn.join();
    }
}
