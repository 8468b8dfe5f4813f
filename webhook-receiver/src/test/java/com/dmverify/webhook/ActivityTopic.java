package com.dmverify.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dmverify.events.ActivityRecorded;
import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the topic from its beginning to its current end. */
final class ActivityTopic implements AutoCloseable {

    private final KafkaConsumer<String, byte[]> consumer;
    private final EventCodec codec = new EventCodec();

    ActivityTopic(String bootstrapServers) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new ByteArrayDeserializer());
    }

    long size() {
        return consumer.endOffsets(partitions()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    List<ConsumerRecord<String, byte[]>> records() {
        long size = size();
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        consumer.assign(partitions());
        consumer.seekToBeginning(partitions());
        while (records.size() < size) {
            consumer.poll(Duration.ofSeconds(1)).forEach(records::add);
        }
        return records;
    }

    ConsumerRecord<String, byte[]> last() {
        return records().stream()
                .max(Comparator.comparingLong(
                        record -> decoded(record).getReceivedAt().toEpochMilli()))
                .orElseThrow();
    }

    ActivityRecorded decoded(ConsumerRecord<String, byte[]> record) {
        return codec.decode(record.value(), ActivityRecorded.class);
    }

    boolean isOf(ConsumerRecord<String, byte[]> record, SignedDelivery delivery) {
        return new String(delivery.body(), UTF_8)
                .contains("\"id\":\"" + decoded(record).getActivityId() + "\"");
    }

    static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }

    private Collection<TopicPartition> partitions() {
        return consumer.partitionsFor(Topics.X_ACTIVITY).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }
}
