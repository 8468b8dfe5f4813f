package com.dmverify.sender.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sender.cast.HandClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OffsetsTest {

    private static final TopicPartition ONE = new TopicPartition("verification.requested", 1);
    private static final TopicPartition TWO = new TopicPartition("verification.requested", 2);
    private static final Instant LATER = HandClock.START.plusSeconds(10);

    private final HandClock clock = new HandClock();
    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private final Offsets offsets = new Offsets(clock);

    @BeforeEach
    void assign() {
        consumer.assign(List.of(ONE, TWO));
        consumer.updateBeginningOffsets(Map.of(ONE, 0L, TWO, 0L));
        consumer.poll(Duration.ZERO);
    }

    @Test
    void whatIsFinishedIsCommittedAndTheRestComesAgain() {
        // When
        offsets.apply(List.of(new Position(ONE, 5, LATER), new Position(TWO, 9, null)), consumer);

        // Then
        assertThat(consumer.committed(Set.of(ONE, TWO)))
                .isEqualTo(Map.of(ONE, new OffsetAndMetadata(5), TWO, new OffsetAndMetadata(9)));
        assertThat(consumer.position(ONE)).isEqualTo(5);
        assertThat(consumer.paused()).containsExactly(ONE);
    }

    @Test
    void aPartitionGoesOnWhenItsTimeHasComeAndNotBefore() {
        // Given
        offsets.apply(List.of(new Position(ONE, 5, LATER)), consumer);
        clock.moveTo(LATER.minusMillis(1));
        offsets.resumeDue(consumer);
        assertThat(consumer.paused()).containsExactly(ONE);

        // When
        clock.moveTo(LATER);
        offsets.resumeDue(consumer);

        // Then
        assertThat(consumer.paused()).isEmpty();
        assertThat(offsets.paused()).isZero();
    }

    @Test
    void aCommitThatFailsStillPausesAndGoesBack() {
        // Given
        MockConsumer<String, byte[]> rebalancing = new MockConsumer<>("earliest") {
            @Override
            public synchronized void commitSync(Map<TopicPartition, OffsetAndMetadata> ignored) {
                throw new RebalanceInProgressException();
            }
        };
        rebalancing.assign(List.of(ONE));
        rebalancing.updateBeginningOffsets(Map.of(ONE, 0L));

        // When
        offsets.apply(List.of(new Position(ONE, 5, LATER)), rebalancing);

        // Then
        assertThat(rebalancing.position(ONE)).isEqualTo(5);
        assertThat(rebalancing.paused()).containsExactly(ONE);
    }

    @Test
    void aPartitionThatWentElsewhereIsForgotten() {
        // Given
        offsets.apply(List.of(new Position(ONE, 5, LATER)), consumer);

        // When
        offsets.forget(ONE);

        // Then
        assertThat(offsets.paused()).isZero();
    }
}
