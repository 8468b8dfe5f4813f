package com.dmverify.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dmverify.deadletters.letter.Letter;
import com.dmverify.local.LocalKafka;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
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

/** An operator in front of a terminal, and the Kafka that the command speaks to. */
final class Desk implements AutoCloseable {

    private static final int PARTITIONS = 3;

    private final LocalKafka kafka = LocalKafka.builder()
            .setting("auto.create.topics.enable", "false")
            .build()
            .start();
    private final Admin admin = Admin.create(connection());
    private final KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(largeLetters(), new ByteArraySerializer(), new ByteArraySerializer());

    /** What the command answered. */
    record Answer(int code, String out, String err) {

        List<String> lines() {
            return out.lines().toList();
        }
    }

    Answer types(String... words) {
        return run(Map.of("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers()), words);
    }

    static Answer run(Map<String, String> environment, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = new DeadLetters(
                        environment,
                        Clock.systemUTC(),
                        new PrintStream(out, true, UTF_8),
                        new PrintStream(err, true, UTF_8))
                .run(List.of(words));
        return new Answer(code, out.toString(UTF_8), err.toString(UTF_8));
    }

    void makeTopics(String... names) throws ExecutionException, InterruptedException {
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

    /** Puts letters where dm-sender and verification-api would put them, all in partition 0. */
    void receives(Letter... letters) throws ExecutionException, InterruptedException {
        List<Future<RecordMetadata>> answers = Stream.of(letters)
                .map(letter -> producer.send(unchanged(letter)))
                .toList();
        for (Future<RecordMetadata> answer : answers) {
            answer.get();
        }
    }

    private static ProducerRecord<byte[], byte[]> unchanged(Letter letter) {
        ConsumerRecord<byte[], byte[]> it = letter.record();
        return new ProducerRecord<>(it.topic(), 0, it.timestamp(), it.key(), it.value(), it.headers());
    }

    /** Where a new record of this key would lie: topic and partition. */
    TopicPartition placeOf(String topic, byte[] key) throws ExecutionException, InterruptedException {
        return new TopicPartition(
                topic,
                producer.send(new ProducerRecord<>(topic, key, null)).get().partition());
    }

    /** Everything in a topic. */
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

    private Map<String, Object> largeLetters() {
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
