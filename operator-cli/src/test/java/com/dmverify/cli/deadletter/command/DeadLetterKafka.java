package com.dmverify.cli.deadletter.command;

import com.dmverify.cli.CommandRun;
import com.dmverify.cli.deadletter.DeadLetter;
import com.dmverify.local.LocalKafka;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A Kafka with dead letters, and the command that reads them. */
final class DeadLetterKafka implements AutoCloseable {

    private static final int PARTITIONS = 3;

    private final LocalKafka kafka = LocalKafka.builder()
            .setting("auto.create.topics.enable", "false")
            // The letters bear a fixed date: by default Kafka deletes what is older than a week.
            .setting("log.retention.ms", "-1")
            .build()
            .start();
    private final Admin admin = Admin.create(connection());
    private final KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(largeRecords(), new ByteArraySerializer(), new ByteArraySerializer());

    /** Runs {@code dmverify dead-letters} with these arguments. */
    CommandRun run(String... arguments) {
        return CommandRun.of(
                Map.of("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers()),
                Stream.concat(Stream.of("dead-letters"), Stream.of(arguments)).toArray(String[]::new));
    }

    void createTopics(String... names) throws ExecutionException, InterruptedException {
        admin.createTopics(Stream.of(names)
                        .map(name -> new NewTopic(name, PARTITIONS, (short) 1)
                                .configs(name.endsWith(".dlt") ? Map.of("max.message.bytes", "2097152") : Map.of()))
                        .toList())
                .all()
                .get();
    }

    void deleteAllTopics() throws ExecutionException, InterruptedException {
        admin.deleteTopics(admin.listTopics().names().get()).all().get();
    }

    void deleteTopic(String name) throws ExecutionException, InterruptedException {
        admin.deleteTopics(List.of(name)).all().get();
    }

    boolean hasTopic(String name) throws ExecutionException, InterruptedException {
        return admin.listTopics().names().get().contains(name);
    }

    /** Writes dead letters as dm-sender and verification-api do, all to partition 0. */
    void add(DeadLetter... letters) throws ExecutionException, InterruptedException {
        List<Future<RecordMetadata>> acknowledgements = Stream.of(letters)
                .map(letter -> producer.send(unchanged(letter)))
                .toList();
        for (Future<RecordMetadata> acknowledgement : acknowledgements) {
            acknowledgement.get();
        }
    }

    private static ProducerRecord<byte[], byte[]> unchanged(DeadLetter letter) {
        ConsumerRecord<byte[], byte[]> it = letter.record();
        return new ProducerRecord<>(it.topic(), 0, it.timestamp(), it.key(), it.value(), it.headers());
    }

    /** The partition of a new record with this key. */
    TopicPartition partitionOf(String topic, byte[] key) throws ExecutionException, InterruptedException {
        return new TopicPartition(
                topic,
                producer.send(new ProducerRecord<>(topic, key, null)).get().partition());
    }

    /** All records of a topic. */
    List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(connection(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                consumer.poll(Duration.ofSeconds(1)).forEach(records::add);
            }
            return records;
        }
    }

    private Map<String, Object> largeRecords() {
        return Map.of("bootstrap.servers", kafka.bootstrapServers(), "max.request.size", "2097152");
    }

    private Map<String, Object> connection() {
        return Map.of("bootstrap.servers", kafka.bootstrapServers());
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
        kafka.close();
    }
}
