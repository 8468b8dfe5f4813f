package com.dmverify.sender.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Runs work on virtual threads, begun in order, so many at a time, and joins the results. */
final class Concurrently {

    private static final Executor THREADS = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("order-", 0).factory());

    private Concurrently() {}

    /** The results, in the order of the inputs. */
    static <T, R> List<R> map(List<T> inputs, int atATime, Function<T, R> work) {
        Semaphore places = new Semaphore(atATime);
        List<CompletableFuture<R>> results = new ArrayList<>();
        for (T input : inputs) {
            places.acquireUninterruptibly();
            results.add(CompletableFuture.supplyAsync(() -> work.apply(input), THREADS)
                    .whenComplete((_, _) -> places.release()));
        }
        return results.stream().map(CompletableFuture::join).toList();
    }
}
