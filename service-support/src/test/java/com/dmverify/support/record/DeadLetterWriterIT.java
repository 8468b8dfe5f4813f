package com.dmverify.support.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dmverify.local.LocalKafka;
import com.dmverify.schemas.DeadLetterHeaders;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.SendResult;

class DeadLetterWriterIT {

    private static final LocalKafka KAFKA = LocalKafka.builder().partitions(1).build();
    private static final Duration GIVE_UP_AFTER = Duration.ofMinutes(10);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicLong now = new AtomicLong(1);

    @BeforeAll
    static void start() {
        KAFKA.start();
    }

    @AfterAll
    static void stop() {
        KAFKA.close();
    }

    @Test
    void aLetterIsWrittenOnceHoweverOftenItsPollIsRepeated() throws Exception {
        // Given
        DeadLetterWriter writer = writer(kafka());
        ConsumerRecord<String, byte[]> record = record("repeated", new byte[] {1, 2});
        record.headers().add("ce_id", "1".getBytes(UTF_8));

        // When
        writer.write(record, "damaged", 1).get();
        writer.write(record, "damaged", 1).get();
        writer.write(new ConsumerRecord<>("repeated", 0, 6, "next", new byte[] {3}), "damaged", 2)
                .get();

        // Then
        List<ConsumerRecord<String, byte[]>> letters = letters("repeated.dlt", 2);
        assertThat(letters).extracting(ConsumerRecord::key).containsExactly("key", "next");
        assertThat(letters.get(0).value()).containsExactly(1, 2);
        assertThat(header(letters.get(0), "ce_id")).isEqualTo("1");
        assertThat(header(letters.get(0), DeadLetterHeaders.CAUSE)).isEqualTo("damaged");
        assertThat(header(letters.get(0), DeadLetterHeaders.ORIGIN)).isEqualTo("repeated-0@5");
        assertThat(header(letters.get(1), DeadLetterHeaders.ATTEMPT)).isEqualTo("2");
    }

    @Test
    void aLetterThatIsTooLargeIsWrittenWithoutItsValue() throws Exception {
        // Given a topic that an operator made
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", KAFKA.bootstrapServers()))) {
            admin.createTopics(List.of(
                            new NewTopic("large.dlt", 1, (short) 1).configs(Map.of("max.message.bytes", "2000"))))
                    .all()
                    .get();
        }

        // When
        writer(kafka()).write(record("large", new byte[10_000]), "damaged", 1).get();

        // Then
        ConsumerRecord<String, byte[]> letter = letters("large.dlt", 1).get(0);
        assertThat(letter.value()).isNull();
        assertThat(header(letter, DeadLetterHeaders.SHORTENED)).isEqualTo("value");
        assertThat(header(letter, DeadLetterHeaders.ORIGIN)).isEqualTo("large-0@5");
        assertThat(count("large", "shortened")).isEqualTo(1);
    }

    @Test
    void aTopicThatRefusesLettersHoldsUpTheConsumerForALimitedTime() throws Exception {
        // Given
        DeadLetterWriter writer = writer(failing(new TopicAuthorizationException("a test")));
        ConsumerRecord<String, byte[]> record = record("refused", new byte[1]);

        // Then
        assertThatThrownBy(() -> writer.write(record, "damaged", 1).get());
        now.addAndGet(GIVE_UP_AFTER.toNanos() - 1);
        assertThatThrownBy(() -> writer.write(record, "damaged", 1).get());
        now.incrementAndGet();
        writer.write(record, "damaged", 1).get();
        assertThat(count("refused", "refused")).isEqualTo(2);
        assertThat(count("refused", "lost")).isEqualTo(1);
    }

    @Test
    void nothingIsGivenUpWhileKafkaIsAway() {
        // Given
        DeadLetterWriter writer = writer(failing(new NotEnoughReplicasException("a test")));
        ConsumerRecord<String, byte[]> record = record("away", new byte[1]);
        assertThatThrownBy(() -> writer.write(record, "damaged", 1).get());

        // When
        now.addAndGet(GIVE_UP_AFTER.toNanos() * 100);

        // Then
        assertThatThrownBy(() -> writer.write(record, "damaged", 1).get());
    }

    private DeadLetterWriter writer(KafkaTemplate<String, byte[]> kafka) {
        return new DeadLetterWriter(kafka, meters, GIVE_UP_AFTER, now::get);
    }

    private double count(String topic, String result) {
        return meters.get("kafka.dead_letters")
                .tags("topic", topic, "result", result)
                .counter()
                .count();
    }

    private static ConsumerRecord<String, byte[]> record(String topic, byte[] value) {
        return new ConsumerRecord<>(topic, 0, 5, "key", value);
    }

    private static DefaultKafkaProducerFactory<String, byte[]> producers() {
        return new DefaultKafkaProducerFactory<>(
                Map.of("bootstrap.servers", KAFKA.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    private static KafkaTemplate<String, byte[]> kafka() {
        return new KafkaTemplate<>(producers());
    }

    private static KafkaTemplate<String, byte[]> failing(RuntimeException error) {
        return new KafkaTemplate<>(producers()) {
            @Override
            public CompletableFuture<SendResult<String, byte[]>> send(ProducerRecord<String, byte[]> record) {
                return CompletableFuture.failedFuture(
                        new org.springframework.kafka.core.KafkaProducerException(record, "Failed to send", error));
            }
        };
    }

    private static List<ConsumerRecord<String, byte[]>> letters(String topic, int count) {
        List<ConsumerRecord<String, byte[]>> letters = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", KAFKA.bootstrapServers(), "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(new TopicPartition(topic, 0)));
            for (int polls = 0; letters.size() < count && polls < 60; polls++) {
                consumer.poll(Duration.ofSeconds(1)).forEach(letters::add);
            }
        }
        assertThat(letters).hasSize(count);
        return letters;
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
