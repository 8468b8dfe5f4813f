package com.dmverify.cli.deadletter.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class PartitionReaderTest {

    private static final TopicPartition PARTITION = new TopicPartition("x.dlt", 0);

    private final MockConsumer<byte[], byte[]> kafka = new MockConsumer<>("earliest");
    private final PartitionReader reader = new PartitionReader(kafka);
    private final List<Long> offsets = new ArrayList<>();

    @Test
    void readingEndsAtTheRecordThatWasTheNewestAtTheStart() {
        // Given
        lettersUpTo(3);
        kafka.schedulePollTask(() -> {
            add(0);
            add(1);
        });
        kafka.schedulePollTask(() -> {
            add(2);
            add(3);
        });

        // When
        reader.read(List.of(PARTITION), null, this::take);

        // Then
        assertThat(offsets).containsExactly(0L, 1L, 2L);
    }

    @Test
    void aBrokerThatStopsRespondingIsATimeOut() {
        // Given
        lettersUpTo(3);

        // When, Then
        assertThatExceptionOfType(TimeoutException.class)
                .isThrownBy(() -> reader.read(List.of(PARTITION), null, this::take));
    }

    @Test
    void readingEndsWhenTheConsumerOfTheBatchesSaysSo() {
        // Given
        lettersUpTo(2);
        kafka.schedulePollTask(() -> add(0));

        // When
        reader.read(List.of(PARTITION), null, records -> {
            take(records);
            return false;
        });

        // Then
        assertThat(offsets).containsExactly(0L);
    }

    private void lettersUpTo(long end) {
        kafka.updateBeginningOffsets(Map.of(PARTITION, 0L));
        kafka.updateEndOffsets(Map.of(PARTITION, end));
    }

    private void add(long offset) {
        kafka.addRecord(new ConsumerRecord<>(PARTITION.topic(), PARTITION.partition(), offset, null, new byte[0]));
    }

    private boolean take(List<ConsumerRecord<byte[], byte[]>> records) {
        records.forEach(record -> offsets.add(record.offset()));
        return true;
    }
}
