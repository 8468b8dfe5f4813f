package com.dmverify.cli.deadletter.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads partitions one after the other, from the oldest record to the one that is the newest at the start, a few at a time.
 * It belongs to no consumer group and commits nothing. Throws a {@link org.apache.kafka.common.KafkaException} if Kafka
 * does not respond in time.
 */
final class PartitionReader implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofMillis(KafkaSettings.OPERATION_MS);

    private final Consumer<byte[], byte[]> consumer;

    PartitionReader(KafkaSettings settings) {
        this(new KafkaConsumer<>(settings.consumer(), new ByteArrayDeserializer(), new ByteArrayDeserializer()));
    }

    PartitionReader(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /**
     * Reads the partitions in the order given.
     *
     * @param since older records are skipped; null: none are
     * @param batch receives a few records at a time, never none, and returns whether to continue
     */
    void read(
            Collection<TopicPartition> partitions,
            @Nullable Instant since,
            Predicate<List<ConsumerRecord<byte[], byte[]>>> batch) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, Long> begins =
                since == null ? consumer.beginningOffsets(partitions) : firstSince(since, ends);
        for (TopicPartition partition : partitions) {
            long begin = begins.getOrDefault(partition, 0L);
            long end = ends.getOrDefault(partition, 0L);
            if (!readPartition(partition, begin, end, batch)) {
                return;
            }
        }
    }

    /** Reads the records from one offset (inclusive) to another (exclusive) that still exist. */
    void read(TopicPartition partition, long from, long to, Predicate<List<ConsumerRecord<byte[], byte[]>>> batch) {
        List<TopicPartition> alone = List.of(partition);
        long begin = Math.max(from, consumer.beginningOffsets(alone).getOrDefault(partition, 0L));
        long end = Math.min(to, consumer.endOffsets(alone).getOrDefault(partition, 0L));
        readPartition(partition, begin, end, batch);
    }

    private Map<TopicPartition, Long> firstSince(Instant since, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> times =
                ends.keySet().stream().collect(Collectors.toMap(each -> each, _ -> Math.max(0, since.toEpochMilli())));
        Map<TopicPartition, @Nullable OffsetAndTimestamp> found = new HashMap<>(consumer.offsetsForTimes(times));
        Map<TopicPartition, Long> begins = new HashMap<>(ends);
        found.forEach((partition, first) -> {
            if (first != null) {
                begins.put(partition, first.offset());
            }
        });
        return begins;
    }

    private boolean readPartition(
            TopicPartition partition, long begin, long end, Predicate<List<ConsumerRecord<byte[], byte[]>>> batch) {
        if (begin >= end) {
            return true;
        }
        consumer.assign(List.of(partition));
        consumer.seek(partition, begin);
        while (consumer.position(partition) < end) {
            List<ConsumerRecord<byte[], byte[]>> records = poll(partition).stream()
                    .filter(record -> record.offset() < end)
                    .toList();
            if (!records.isEmpty() && !batch.test(records)) {
                return false;
            }
        }
        return true;
    }

    /** The next records; none where there is a gap (compaction, transaction markers). */
    private List<ConsumerRecord<byte[], byte[]>> poll(TopicPartition partition) {
        long before = consumer.position(partition);
        List<ConsumerRecord<byte[], byte[]>> records = consumer.poll(TIMEOUT).records(partition);
        if (records.isEmpty() && consumer.position(partition) == before) {
            throw new TimeoutException("no records of " + partition);
        }
        return records;
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ZERO));
    }
}
