package com.dmverify.sender.withdrawal.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** What all positions promise. */
abstract class PositionsContract {

    final String topic = "topic-" + UUID.randomUUID();
    private final TopicPartition three = new TopicPartition(topic, 3);
    private final Positions positions = positions();

    abstract Positions positions();

    @Test
    void noPositionIsKnownBeforeTheFirst() {
        assertThat(positions.all(topic)).isEmpty();
    }

    @Test
    void thePositionOfEachPartitionMovesOn() {
        // When
        positions.advance(three, OptionalLong.empty(), 5);
        positions.advance(three, OptionalLong.of(5), 12);
        positions.advance(new TopicPartition(topic, 10), OptionalLong.empty(), 0);

        // Then
        assertThat(positions.all(topic)).isEqualTo(Map.of(3, 12L, 10, 0L));
    }

    @Test
    void aReaderThatKnowsAnotherPositionMovesNothing() {
        // Given
        positions.advance(three, OptionalLong.empty(), 5);

        // When
        boolean late = positions.advance(three, OptionalLong.of(4), 6);
        boolean asIfNew = positions.advance(three, OptionalLong.empty(), 7);

        // Then
        assertThat(late).isFalse();
        assertThat(asIfNew).isFalse();
        assertThat(positions.all(topic)).isEqualTo(Map.of(3, 5L));
    }

    @Test
    void aReaderWhosePositionWasLostMovesNothing() {
        assertThat(positions.advance(three, OptionalLong.of(4), 6)).isFalse();
        assertThat(positions.all(topic)).isEmpty();
    }
}
