package com.dmverify.deadletters.broker;

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
 * Reads partitions one after the other, from the oldest record to the one that is the newest at the start, a handful
 * at a time. It belongs to no group and leaves no trace. Throws a {@link org.apache.kafka.common.KafkaException} if
 * Kafka falls silent.
 */
final class RecordReader implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMillis(BrokerSettings.ANSWER_MS);

    private final Consumer<byte[], byte[]> consumer;

    RecordReader(BrokerSettings settings) {
        this(new KafkaConsumer<>(settings.consumer(), new ByteArrayDeserializer(), new ByteArrayDeserializer()));
    }

    RecordReader(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /**
     * Reads the partitions in the order given.
     *
     * @param since records older than this are left out; null: none
     * @param handful is given some records at a time, never none, and says whether it wants more
     */
    void read(
            Collection<TopicPartition> partitions,
            @Nullable Instant since,
            Predicate<List<ConsumerRecord<byte[], byte[]>>> handful) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, Long> begins =
                since == null ? consumer.beginningOffsets(partitions) : firstSince(since, ends);
        for (TopicPartition partition : partitions) {
            long begin = begins.getOrDefault(partition, 0L);
            long end = ends.getOrDefault(partition, 0L);
            if (!readPartition(partition, begin, end, handful)) {
                return;
            }
        }
    }

    /** The records from this offset up to and without the other one; nothing if they are gone. */
    void read(TopicPartition partition, long from, long to, Predicate<List<ConsumerRecord<byte[], byte[]>>> handful) {
        List<TopicPartition> alone = List.of(partition);
        long begin = Math.max(from, consumer.beginningOffsets(alone).getOrDefault(partition, 0L));
        long end = Math.min(to, consumer.endOffsets(alone).getOrDefault(partition, 0L));
        readPartition(partition, begin, end, handful);
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
            TopicPartition partition, long begin, long end, Predicate<List<ConsumerRecord<byte[], byte[]>>> handful) {
        if (begin >= end) {
            return true;
        }
        consumer.assign(List.of(partition));
        consumer.seek(partition, begin);
        while (consumer.position(partition) < end) {
            List<ConsumerRecord<byte[], byte[]>> records = poll(partition).stream()
                    .filter(record -> record.offset() < end)
                    .toList();
            if (!records.isEmpty() && !handful.test(records)) {
                return false;
            }
        }
        return true;
    }

    /** The next records; none where there is a gap (compaction, markers of transactions). */
    private List<ConsumerRecord<byte[], byte[]>> poll(TopicPartition partition) {
        long before = consumer.position(partition);
        List<ConsumerRecord<byte[], byte[]>> records = consumer.poll(PATIENCE).records(partition);
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
