package com.dmverify.sender.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.local.testing.MutableClock;
import com.dmverify.sender.fixture.Orders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class PartitionProcessorTest {

    private static final int PLACES = 3;
    private static final int MOST_IN_HAND = 2_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant LATER = Orders.START.plusSeconds(10);

    private final MutableClock clock = MutableClock.at(Orders.START);
    private final OffsetTracker tracker =
            new OffsetTracker(clock, ConsumerRecord::key, new OffsetTracker.Bulkhead(PLACES, MOST_IN_HAND));
    private final Queue<Long> handled = new ConcurrentLinkedQueue<>();
    private final Queue<Runnable> wakeUps = new ConcurrentLinkedQueue<>();
    private final Queue<Duration> delays = new ConcurrentLinkedQueue<>();
    private final WakeUp.Timer timer = (delay, work) -> {
        wakeUps.add(work);
        delays.add(delay);
        return () -> wakeUps.remove(work);
    };
    private final CountDownLatch answer = new CountDownLatch(1);

    @Test
    void everyRecordIsHandledOnceEvenIfItIsHandedOutTwice() {
        // Given
        PartitionProcessor work = work(this::finish);

        // When
        work.take(records(0, 50));
        work.take(records(0, 50));

        // Then
        await().until(() -> tracker.position() == 50);
        assertThat(handled).hasSize(50);
    }

    @Test
    void soManyOfAnAccountAreHandledSideBySideAndNoMore() {
        // Given
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        PartitionProcessor work = work(record -> {
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
        await().until(() -> tracker.position() == 20);
        assertThat(most).hasValue(PLACES);
    }

    @Test
    void aSlowRecordHoldsUpNobodyElse() {
        // Given
        PartitionProcessor work = work(record -> {
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
        assertThat(tracker.position()).isZero();
        answer.countDown();
        await().until(() -> tracker.position() == 20);
    }

    @Test
    void whatWaitsIsHandledInItsTime() {
        // Given
        PartitionProcessor work = work(record -> clock.instant().isBefore(LATER) ? Optional.of(LATER) : finish(record));
        work.take(records(0, 2));
        await().until(() -> tracker.next().isEmpty());

        // When
        clock.set(LATER);
        work.take(List.of());

        // Then
        await().until(() -> tracker.position() == 2);
        assertThat(handled).hasSize(2);
    }

    @Test
    void whoLetsThePartitionGoFinishesWhatIsUnderWayAndBeginsNothing() {
        // Given
        CountDownLatch begun = new CountDownLatch(PLACES);
        PartitionProcessor work = work(record -> {
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
        assertThat(tracker.position()).isEqualTo(PLACES);
    }

    @Test
    void whatDoesNotEndInTimeIsTold() {
        // Given
        CountDownLatch begun = new CountDownLatch(1);
        PartitionProcessor work = work(record -> {
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

    @Test
    void anErrorCostsTheRecordAPauseAndNoPlace() {
        // Given
        Queue<Error> errors = new ConcurrentLinkedQueue<>(List.of(
                new StackOverflowError(), new OutOfMemoryError(), new AssertionError(), new StackOverflowError()));
        PartitionProcessor work = work(record -> {
            Error error = errors.poll();
            if (error != null) {
                throw error;
            }
            return finish(record);
        });

        // When
        work.take(records(0, 10));
        await().until(() -> handled.size() == 6);
        clock.set(LATER);
        work.take(List.of());

        // Then
        await().until(() -> tracker.position() == 10);
        assertThat(handled).hasSize(10);
    }

    @Test
    void withoutMemoryForAThreadTheRecordWaitsAndIsHandledLater() {
        // Given
        AtomicInteger refusals = new AtomicInteger(2);
        Executor shortOfMemory = task -> {
            if (refusals.getAndDecrement() > 0) {
                throw new OutOfMemoryError("unable to create a thread");
            }
            task.run();
        };
        PartitionProcessor work = new PartitionProcessor(tracker, this::finish, () -> LATER, timer, shortOfMemory);
        work.take(records(0, 3));

        // When
        clock.set(LATER);
        work.take(List.of());

        // Then
        assertThat(tracker.position()).isEqualTo(3);
        assertThat(work.awaitEnd(Duration.ZERO)).isTrue();
    }

    @Test
    void thousandsOfSlowRecordsOfOneAccountDelayNoOtherAccount() {
        // Given
        Queue<Long> putAside = new ConcurrentLinkedQueue<>();
        PartitionProcessor work = work(new RecordHandler() {
            @Override
            public Optional<Instant> handle(ConsumerRecord<String, byte[]> record) {
                if (record.key().equals("main")) {
                    awaitAnswer();
                }
                return finish(record);
            }

            @Override
            public Optional<Instant> putAside(ConsumerRecord<String, byte[]> record) {
                putAside.add(record.offset());
                return Optional.empty();
            }
        });

        // When
        work.take(records(0, 5_000));
        work.take(List.of(new ConsumerRecord<>("verification.requested", 1, 5_000L, "other", new byte[0])));

        // Then
        await().atMost(PATIENCE).until(() -> handled.contains(5_000L));
        assertThat(handled).containsExactly(5_000L);
        await().atMost(PATIENCE).until(() -> tracker.unfinished() == MOST_IN_HAND);
        assertThat(putAside).hasSize(3_000);
        answer.countDown();
    }

    @Test
    void aWaitingRecordIsHandledWhenItIsDueWithoutAPoll() {
        // Given
        AtomicInteger times = new AtomicInteger();
        PartitionProcessor work = work(record -> times.getAndIncrement() == 0 ? Optional.of(LATER) : finish(record));
        work.take(records(0, 1));
        await().until(() -> !wakeUps.isEmpty());
        assertThat(delays).containsExactly(Duration.between(Orders.START, LATER));

        // When
        clock.set(LATER);
        wakeUps.remove().run();

        // Then
        await().until(() -> tracker.position() == 1);
        assertThat(handled).containsExactly(0L);
        assertThat(wakeUps).isEmpty();
    }

    @Test
    void anEarlierRecordMovesTheWakeUpForward() {
        // Given
        PartitionProcessor work =
                work(record -> record.offset() == 0 ? Optional.of(LATER) : Optional.of(LATER.minusSeconds(5)));
        work.take(records(0, 1));
        await().until(() -> !wakeUps.isEmpty());

        // When
        work.take(records(1, 2));

        // Then
        await().until(() ->
                delays.contains(Duration.between(Orders.START, LATER).minusSeconds(5)));
        assertThat(wakeUps).hasSize(1);
    }

    @Test
    void aPartitionThatIsGivenAwayWakesUpNoMore() {
        // Given
        PartitionProcessor work = work(_ -> Optional.of(LATER));
        work.take(records(0, 1));
        await().until(() -> !wakeUps.isEmpty());

        // When
        work.beginNothing();

        // Then
        assertThat(wakeUps).isEmpty();
    }

    private PartitionProcessor work(RecordHandler handler) {
        return new PartitionProcessor(tracker, handler, () -> LATER, timer);
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
