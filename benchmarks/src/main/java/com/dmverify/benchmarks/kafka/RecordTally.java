package com.dmverify.benchmarks.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dmverify.benchmarks.deployment.Infrastructure;
import com.dmverify.benchmarks.machine.Wait;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Counts the records that some topics get from a mark on. Not thread-safe. */
public final class RecordTally implements AutoCloseable {

    private static final Duration TIME_OUT = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final String EVENT_ID = "ce_id";

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private Map<TopicPartition, Long> mark = Map.of();

    /** Of these topics, which have to exist. Counts from now on. */
    public RecordTally(Infrastructure infrastructure, String... topics) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", infrastructure.kafka()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        partitions = List.of(topics).stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        mark();
    }

    /** Counts from here on. */
    public void mark() {
        mark = consumer.endOffsets(partitions);
    }

    /** How many records were written since the mark. */
    public long written() {
        Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
        return partitions.stream()
                .mapToLong(partition -> end.getOrDefault(partition, 0L) - mark.getOrDefault(partition, 0L))
                .sum();
    }

    /** Returns when so many records were written; throws {@link IllegalStateException} if they are not in a minute. */
    public void await(long records) {
        Wait.until(TIME_OUT, records + " records in Kafka", () -> written() >= records);
    }

    /** How many different events were written since the mark: an event that was written twice counts once. */
    public long events() {
        Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
        mark.forEach(consumer::seek);
        Set<String> ids = new HashSet<>();
        Wait.until(TIME_OUT, "the records to be read", () -> {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                ids.add(id(record));
            }
            return partitions.stream()
                    .allMatch(partition -> consumer.position(partition) >= end.getOrDefault(partition, 0L));
        });
        return ids.size();
    }

    @Override
    public void close() {
        consumer.close();
    }

    /** The id of the event; a record without one is an event of its own. */
    private static String id(ConsumerRecord<byte[], byte[]> record) {
        Header id = record.headers().lastHeader(EVENT_ID);
        return id == null
                ? record.topic() + "/" + record.partition() + "/" + record.offset()
                : new String(id.value(), UTF_8);
    }
}
