package com.dmverify.sender.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ConcurrentlyTest {

    @Test
    void worksOnEveryInputAndReturnsWhenAllIsDone() {
        // Given
        Set<Integer> done = ConcurrentHashMap.newKeySet();

        // When
        Concurrently.run(inputs(100), 8, done::add);

        // Then
        assertThat(done).hasSize(100);
    }

    @Test
    void runsSoManyAtATimeAndNoMore() {
        // Given
        int places = 4;
        CyclicBarrier together = new CyclicBarrier(places);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();

        // When
        Concurrently.run(inputs(40), places, _ -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            await(together);
            inside.decrementAndGet();
        });

        // Then
        assertThat(most).hasValueLessThanOrEqualTo(places);
    }

    @Test
    void whatOneThrowsIsThrownWhenAllAreDone() {
        // Given
        Set<Integer> done = ConcurrentHashMap.newKeySet();

        // When
        ThrowingCallable run = () -> Concurrently.run(inputs(10), 2, input -> {
            done.add(input);
            if (input == 0) {
                throw new IllegalStateException("the first");
            }
        });

        // Then
        assertThatThrownBy(run).hasRootCauseMessage("the first");
        assertThat(done).hasSize(10);
    }

    private static List<Integer> inputs(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("fewer ran at a time than may", e);
        }
    }
}
