package com.dmverify.sender.withdrawal.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FollowedPartitionsTest {

    private static final TopicPartition ONE = new TopicPartition("opt-outs", 1);

    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private final InMemoryPositions positions = new InMemoryPositions();
    private final List<Long> kept = new ArrayList<>();
    private boolean away;
    private final FollowedTopic topic = new FollowedTopic("opt-outs", "group", StartPosition.beginning(), records -> {
        if (away && !records.isEmpty()) {
            throw new IllegalStateException("Redis is away");
        }
        records.forEach(record -> kept.add(record.offset()));
    });
    private final FollowedPartitions followed = new FollowedPartitions(consumer, topic, positions);

    @BeforeEach
    void assign() {
        consumer.assign(List.of(ONE));
        consumer.updateBeginningOffsets(Map.of(ONE, 0L));
    }

    @Test
    void withoutAPositionATopicIsReadFromItsBeginning() {
        // Given
        put(0, 3);

        // When
        pass(2);

        // Then
        assertThat(kept).containsExactly(0L, 1L, 2L);
        assertThat(positions.all("opt-outs")).isEqualTo(Map.of(1, 3L));
    }

    @Test
    void aPartitionGoesOnAtTheSharedPosition() {
        // Given
        positions.advance(ONE, OptionalLong.empty(), 2);
        followed.find();
        put(2, 4);

        // When
        pass(1);

        // Then
        assertThat(kept).containsExactly(2L, 3L);
        assertThat(positions.all("opt-outs")).isEqualTo(Map.of(1, 4L));
    }

    @Test
    void whatCouldNotBeKeptMovesNoPositionAndIsReadAgain() {
        // Given
        pass(1);
        away = true;
        put(0, 2);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> followed.keep(consumer.poll(Duration.ZERO)));
        followed.forget();
        away = false;

        // When
        followed.find();
        put(0, 2);
        pass(1);

        // Then
        assertThat(kept).containsExactly(0L, 1L);
        assertThat(positions.all("opt-outs")).isEqualTo(Map.of(1, 2L));
    }

    @Test
    void whenRedisLosesThePositionTheTopicIsReadFromItsBeginningAlsoIfNothingNewComes() {
        // Given
        put(0, 2);
        pass(2);
        positions.lose();

        // When
        followed.keep(consumer.poll(Duration.ZERO));
        followed.find();
        put(0, 2);
        pass(1);

        // Then
        assertThat(kept).containsExactly(0L, 1L, 0L, 1L);
        assertThat(positions.all("opt-outs")).isEqualTo(Map.of(1, 2L));
    }

    @Test
    void aReaderThatLostAPartitionDoesNotMoveThePositionOfItsNextReader() {
        // Given
        put(0, 1);
        pass(2);
        positions.advance(ONE, OptionalLong.of(1), 40);

        // When
        followed.keep(consumer.poll(Duration.ZERO));
        followed.find();

        // Then
        assertThat(positions.all("opt-outs")).isEqualTo(Map.of(1, 40L));
        assertThat(consumer.position(ONE)).isEqualTo(40);
    }

    private void pass(int times) {
        for (int time = 0; time < times; time++) {
            followed.find();
            followed.keep(consumer.poll(Duration.ZERO));
        }
    }

    private void put(long from, long to) {
        for (long offset = from; offset < to; offset++) {
            consumer.addRecord(new ConsumerRecord<>("opt-outs", 1, offset, "main:77", new byte[0]));
        }
    }
}
