package com.dmverify.scenarios;

import static org.awaitility.Awaitility.await;

import com.dmverify.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * What webhook-receiver recorded of persons' messages, once more and damaged: with a byte too many, which makes a dead letter, and
 * with the fingerprint of an unknown schema, which goes through the retry topic.
 */
final class DamagedActivities {

    static final List<String> TOPICS = List.of(Topics.X_ACTIVITY + Topics.DLT, Topics.X_ACTIVITY + Topics.RETRY);

    private static final Duration TIMEOUT = Duration.ofSeconds(90);

    /** Of single-object encoding: two bytes of a marker, eight of the schema's fingerprint, then the body. */
    private static final int FINGERPRINT = 2;

    private DamagedActivities() {}

    /** Returns when as many records stand in each topic of letters as there were activities. */
    static void spread(int kafka) {
        List<ConsumerRecord<String, byte[]>> activities = read(kafka, Topics.X_ACTIVITY);
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(to(kafka), new StringSerializer(), new ByteArraySerializer())) {
            for (ConsumerRecord<String, byte[]> activity : activities) {
                send(producer, activity.key(), Arrays.copyOf(activity.value(), activity.value().length + 1));
                byte[] ofLater = activity.value().clone();
                ofLater[FINGERPRINT] ^= 1;
                send(producer, activity.key(), ofLater);
            }
        }
        for (String topic : TOPICS) {
            await("letters in " + topic)
                    .atMost(TIMEOUT)
                    .until(() -> read(kafka, topic).size() >= activities.size());
        }
    }

    private static List<ConsumerRecord<String, byte[]>> read(int kafka, String topic) {
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(to(kafka), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    private static Map<String, Object> to(int kafka) {
        return Map.of("bootstrap.servers", "127.0.0.1:" + kafka, "auto.offset.reset", "earliest");
    }

    private static void send(KafkaProducer<String, byte[]> producer, String key, byte[] value) {
        try {
            producer.send(new ProducerRecord<>(Topics.X_ACTIVITY, key, value)).get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException("Kafka did not take the record", e);
        }
    }
}
