package com.dmverify.sender.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConcurrentlyTest {

    @Test
    void givesTheResultsInTheOrderOfTheInputs() {
        List<Integer> inputs = IntStream.range(0, 100).boxed().toList();

        assertThat(Concurrently.map(inputs, 8, i -> i)).isEqualTo(inputs);
    }

    @Test
    void runsSoManyAtATimeAndNoMore() {
        // Given
        int places = 4;
        CyclicBarrier together = new CyclicBarrier(places);
        AtomicInteger inside = new AtomicInteger();

        // When
        List<Integer> seen = Concurrently.map(IntStream.range(0, 40).boxed().toList(), places, _ -> {
            int now = inside.incrementAndGet();
            await(together);
            inside.decrementAndGet();
            return now;
        });

        // Then
        assertThat(seen).allSatisfy(now -> assertThat(now).isLessThanOrEqualTo(places));
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("fewer ran at a time than may", e);
        }
    }
}
