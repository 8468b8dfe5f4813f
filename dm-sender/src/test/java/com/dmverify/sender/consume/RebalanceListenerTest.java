package com.dmverify.sender.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.local.testing.MutableClock;
import com.dmverify.sender.fixture.Orders;
import com.dmverify.sender.retry.BackOff;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RebalanceListenerTest {

    private static final TopicPartition PARTITION = new TopicPartition("verification.requested", 1);

    private final MutableClock clock = MutableClock.at(Orders.START);
    private final CountDownLatch answer = new CountDownLatch(1);
    private final AtomicInteger begun = new AtomicInteger();
    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private final PartitionProcessors partitions = new PartitionProcessors(
            _ -> {
                begun.incrementAndGet();
                awaitAnswer();
                return Optional.empty();
            },
            new FailurePolicy(
                    clock,
                    Duration.ofMinutes(15),
                    Duration.ofSeconds(2),
                    new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(30), 4)),
            new PartitionProcessors.Sharing(_ -> "main", 1, 100));
    private final OffsetCommitter offsets =
            new OffsetCommitter(partitions, new OffsetCommitter.Settings(clock, 2000, Duration.ofSeconds(1)));

    @BeforeEach
    void readTwoAndBeginOne() {
        consumer.assign(List.of(PARTITION));
        partitions.of(consumer, PARTITION).take(List.of(record(7), record(8)));
        await().until(() -> begun.get() == 1);
    }

    @Test
    void whatIsUnderWayIsFinishedAndCommittedBeforeThePartitionGoes() {
        // Given
        InstantSource afterNothingMoreIsBegun = () -> {
            answer.countDown();
            return Orders.START;
        };

        // When
        new RebalanceListener(partitions, offsets, Duration.ofSeconds(30), afterNothingMoreIsBegun)
                .onPartitionsRevokedBeforeCommit(consumer, List.of(PARTITION));

        // Then
        assertThat(consumer.committed(Set.of(PARTITION))).containsEntry(PARTITION, new OffsetAndMetadata(8));
        assertThat(begun).hasValue(1);
    }

    @Test
    void whatDoesNotEndInTimeIsLeftUncommitted() {
        // When
        revocations(Duration.ZERO).onPartitionsRevokedBeforeCommit(consumer, List.of(PARTITION));

        // Then
        assertThat(consumer.committed(Set.of(PARTITION))).containsEntry(PARTITION, new OffsetAndMetadata(7));
        answer.countDown();
    }

    @Test
    void aPartitionThatIsLostIsForgottenAtOnceAndNothingMoreIsBegun() {
        // Given
        PartitionProcessor lost = partitions.of(consumer, PARTITION);

        // When
        revocations(Duration.ofSeconds(30)).onPartitionsLost(consumer, List.of(PARTITION));
        answer.countDown();

        // Then
        assertThat(partitions.unfinished()).isZero();
        assertThat(lost.awaitEnd(Duration.ofSeconds(10))).isTrue();
        assertThat(begun).hasValue(1);
    }

    private void awaitAnswer() {
        try {
            answer.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private RebalanceListener revocations(Duration grace) {
        return new RebalanceListener(partitions, offsets, grace, clock);
    }

    private static ConsumerRecord<String, byte[]> record(long offset) {
        return new ConsumerRecord<>(PARTITION.topic(), PARTITION.partition(), offset, "main", new byte[0]);
    }
}
