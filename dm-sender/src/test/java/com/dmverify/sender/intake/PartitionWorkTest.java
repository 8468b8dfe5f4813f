package com.dmverify.sender.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.sender.cast.HandClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class PartitionWorkTest {

    private static final int PLACES = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Instant LATER = HandClock.START.plusSeconds(10);

    private final HandClock clock = new HandClock();
    private final Progress progress = new Progress(clock);
    private final Queue<Long> handled = new ConcurrentLinkedQueue<>();
    private final CountDownLatch answer = new CountDownLatch(1);

    @Test
    void everyRecordIsHandledOnceEvenIfItIsHandedOutTwice() {
        // Given
        PartitionWork work = work(this::finish);

        // When
        work.take(records(0, 50));
        work.take(records(0, 50));

        // Then
        await().until(() -> progress.position() == 50);
        assertThat(handled).hasSize(50);
    }

    @Test
    void soManyAreHandledSideBySideAndNoMore() {
        // Given
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        PartitionWork work = work(record -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            awaitAnswer();
            inside.decrementAndGet();
            return finish(record);
        });
        work.take(records(0, 20));
        await().until(() -> inside.get() == PLACES);

        // When
        answer.countDown();

        // Then
        await().until(() -> progress.position() == 20);
        assertThat(most).hasValue(PLACES);
    }

    @Test
    void aSlowRecordHoldsUpNobodyElse() {
        // Given
        PartitionWork work = work(record -> {
            if (record.offset() == 0) {
                awaitAnswer();
            }
            return finish(record);
        });

        // When
        work.take(records(0, 10));
        work.take(records(10, 20));

        // Then
        await().until(() -> handled.size() == 19);
        assertThat(progress.position()).isZero();
        answer.countDown();
        await().until(() -> progress.position() == 20);
    }

    @Test
    void whatWaitsIsHandledInItsTime() {
        // Given
        PartitionWork work = work(record -> clock.instant().isBefore(LATER) ? Optional.of(LATER) : finish(record));
        work.take(records(0, 2));
        await().until(() -> progress.next().isEmpty());

        // When
        clock.moveTo(LATER);
        work.take(List.of());

        // Then
        await().until(() -> progress.position() == 2);
        assertThat(handled).hasSize(2);
    }

    @Test
    void whoLetsThePartitionGoFinishesWhatIsUnderWayAndBeginsNothing() {
        // Given
        CountDownLatch begun = new CountDownLatch(PLACES);
        PartitionWork work = work(record -> {
            begun.countDown();
            awaitAnswer();
            return finish(record);
        });
        work.take(records(0, 10));
        assertThat(reached(begun)).isTrue();

        // When
        work.beginNothing();
        answer.countDown();

        // Then
        assertThat(work.awaitEnd(PATIENCE)).isTrue();
        assertThat(handled).containsExactlyInAnyOrder(0L, 1L, 2L);
        assertThat(progress.position()).isEqualTo(PLACES);
    }

    @Test
    void whatDoesNotEndInTimeIsTold() {
        // Given
        CountDownLatch begun = new CountDownLatch(1);
        PartitionWork work = work(record -> {
            begun.countDown();
            awaitAnswer();
            return finish(record);
        });
        work.take(records(0, 1));
        assertThat(reached(begun)).isTrue();

        // When
        boolean ended = work.awaitEnd(Duration.ZERO);

        // Then
        assertThat(ended).isFalse();
        answer.countDown();
    }

    private PartitionWork work(RecordHandler handler) {
        return new PartitionWork(progress, handler, PLACES);
    }

    private Optional<Instant> finish(ConsumerRecord<String, byte[]> record) {
        handled.add(record.offset());
        return Optional.empty();
    }

    private void awaitAnswer() {
        assertThat(reached(answer)).isTrue();
    }

    private static boolean reached(CountDownLatch latch) {
        try {
            return latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static List<ConsumerRecord<String, byte[]>> records(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(
                        offset -> new ConsumerRecord<>("verification.requested", 1, (long) offset, "main", new byte[0]))
                .toList();
    }
}
