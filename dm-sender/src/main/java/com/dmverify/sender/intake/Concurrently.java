package com.dmverify.sender.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Runs work on virtual threads, begun in order, so many at a time, and waits until all is done. */
final class Concurrently {

    private static final Executor THREADS = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("order-", 0).factory());

    private Concurrently() {}

    /** Returns when every input was worked on; what one of them threw is thrown then. */
    static <T> void run(Collection<T> inputs, int atATime, Consumer<T> work) {
        Semaphore places = new Semaphore(atATime);
        List<CompletableFuture<Void>> running = new ArrayList<>();
        for (T input : inputs) {
            places.acquireUninterruptibly();
            running.add(CompletableFuture.runAsync(() -> work.accept(input), THREADS)
                    .whenComplete((_, _) -> places.release()));
        }
        CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
    }
}
