package com.dmverify.sender.consume;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.local.testing.MutableClock;
import com.dmverify.sender.fixture.Orders;
import com.dmverify.sender.retry.BackOff;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.junit.jupiter.api.Test;

class OffsetCommitterTest {

    private static final TopicPartition ONE = new TopicPartition("verification.requested", 1);
    private static final TopicPartition TWO = new TopicPartition("verification.requested", 2);
    private static final Instant LATER = Orders.START.plusSeconds(10);
    private static final int MOST_IN_HAND = 4;

    private static final BackOff BACK_OFF = new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(30), 4);

    private final MutableClock clock = MutableClock.at(Orders.START);
    private final PartitionProcessors partitions = new PartitionProcessors(
            _ -> Optional.of(LATER),
            new FailurePolicy(clock, Duration.ofMinutes(15), Duration.ofSeconds(2), BACK_OFF),
            new PartitionProcessors.Sharing(_ -> "main", 1, 100));
    private final OffsetCommitter offsets = offsets(Duration.ZERO);
    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");

    @Test
    void whatIsFinishedIsCommittedAndNobodyElseWaits() {
        // Given
        stands(consumer, ONE, 5, 8);
        stands(consumer, TWO, 9, 9);

        // When
        offsets.move(consumer);

        // Then
        assertThat(consumer.committed(Set.of(ONE, TWO)))
                .isEqualTo(Map.of(ONE, new OffsetAndMetadata(5), TWO, new OffsetAndMetadata(9)));
        assertThat(consumer.position(ONE)).isEqualTo(8);
        assertThat(consumer.paused()).isEmpty();
    }

    @Test
    void aPartitionWithTooManyRecordsInMemoryIsPausedUntilOneIsFinished() {
        // Given
        isFull(consumer);
        offsets.move(consumer);
        assertThat(consumer.paused()).containsExactly(ONE);

        // When
        partitions.of(consumer, ONE).tracker().finished(record(ONE, 5));
        offsets.move(consumer);

        // Then
        assertThat(consumer.paused()).isEmpty();
        assertThat(consumer.position(ONE)).isEqualTo(9);
    }

    @Test
    void aFullReplicaPausesOnlyThePartitionsWithMoreThanTheirShare() {
        // Given
        isFull(consumer);
        MockConsumer<String, byte[]> other = new MockConsumer<>("earliest");
        stands(other, TWO, 9, 10);

        // When
        offsets.move(consumer);
        offsets.move(other);

        // Then
        assertThat(consumer.paused()).containsExactly(ONE);
        assertThat(other.paused()).isEmpty();
    }

    @Test
    void aCommitThatFailsHoldsUpNothingAndIsMadeLater() {
        // Given
        AtomicBoolean rebalancing = new AtomicBoolean(true);
        MockConsumer<String, byte[]> shaky = new MockConsumer<>("earliest") {
            @Override
            public synchronized void commitSync(Map<TopicPartition, OffsetAndMetadata> positions) {
                if (rebalancing.get()) {
                    throw new RebalanceInProgressException();
                }
                super.commitSync(positions);
            }
        };
        isFull(shaky);
        offsets.move(shaky);
        assertThat(shaky.paused()).containsExactly(ONE);

        // When
        rebalancing.set(false);
        offsets.move(shaky);

        // Then
        assertThat(shaky.committed(Set.of(ONE))).containsEntry(ONE, new OffsetAndMetadata(5));
    }

    @Test
    void whoLostAPartitionTakesNothingFromItsNextOwner() {
        // Given
        stands(consumer, ONE, 5, 8);
        MockConsumer<String, byte[]> heir = new MockConsumer<>("earliest");
        stands(heir, ONE, 6, 9);

        // When
        partitions.forget(consumer, ONE);
        offsets.move(heir);

        // Then
        assertThat(heir.committed(Set.of(ONE))).containsEntry(ONE, new OffsetAndMetadata(6));
        assertThat(partitions.unfinished()).isEqualTo(1);
    }

    @Test
    void aCommitIsMadeOnlySoOftenAndAtOnceWhenThePartitionGoes() {
        // Given
        OffsetCommitter seldom = offsets(Duration.ofSeconds(1));
        stands(consumer, ONE, 5, 8);
        seldom.move(consumer);
        partitions.of(consumer, ONE).tracker().finished(record(ONE, 5));
        seldom.move(consumer);
        Map<TopicPartition, OffsetAndMetadata> soon = consumer.committed(Set.of(ONE));

        // When
        seldom.commit(Set.of(ONE), consumer);

        // Then
        assertThat(soon).containsEntry(ONE, new OffsetAndMetadata(5));
        assertThat(consumer.committed(Set.of(ONE))).containsEntry(ONE, new OffsetAndMetadata(8));
    }

    @Test
    void aPartitionThatWentElsewhereIsForgotten() {
        // Given
        stands(consumer, ONE, 5, 8);

        // When
        partitions.forget(consumer, ONE);

        // Then
        assertThat(partitions.unfinished()).isZero();
    }

    private OffsetCommitter offsets(Duration commitEvery) {
        return new OffsetCommitter(partitions, new OffsetCommitter.Settings(clock, MOST_IN_HAND, commitEvery));
    }

    /** Four records wait. */
    private void isFull(MockConsumer<String, byte[]> reader) {
        reader.assign(List.of(ONE));
        reader.seek(ONE, 9);
        partitions
                .of(reader, ONE)
                .tracker()
                .read(LongStream.range(5, 9)
                        .mapToObj(offset -> record(ONE, offset))
                        .toList());
    }

    /** One record waits (or none, at the end), and the partition was read to there. */
    private void stands(MockConsumer<String, byte[]> reader, TopicPartition partition, long waits, long readTo) {
        Set<TopicPartition> assigned = new HashSet<>(reader.assignment());
        assigned.add(partition);
        reader.assign(List.copyOf(assigned));
        reader.seek(partition, readTo);
        OffsetTracker tracker = partitions.of(reader, partition).tracker();
        tracker.read(LongStream.range(waits == readTo ? readTo - 1 : waits, readTo)
                .mapToObj(offset -> record(partition, offset))
                .toList());
        LongStream.range(waits == readTo ? readTo - 1 : waits + 1, readTo)
                .forEach(offset -> tracker.finished(record(partition, offset)));
    }

    private static ConsumerRecord<String, byte[]> record(TopicPartition partition, long offset) {
        return new ConsumerRecord<>(partition.topic(), partition.partition(), offset, "main", new byte[0]);
    }
}
