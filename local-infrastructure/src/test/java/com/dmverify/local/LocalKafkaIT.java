package com.dmverify.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKafkaIT {

    private static final String TOPIC = "greetings";

    @Test
    void whatWasAcknowledgedIsThereAfterARestartOnTheSamePort() throws Exception {
        try (LocalKafka kafka = LocalKafka.builder().build().start()) {
            // Given
            String before = kafka.bootstrapServers();
            send(kafka, "hello");

            // When
            kafka.stop();
            kafka.start();

            // Then
            assertThat(kafka.bootstrapServers()).isEqualTo(before);
            assertThat(receive(kafka)).isEqualTo("hello");
        }
    }

    @Test
    void aGivenDirectoryServesTheNextBroker(@TempDir Path directory) throws Exception {
        // Given
        try (LocalKafka first =
                LocalKafka.builder().dataDirectory(directory).build().start()) {
            send(first, "hello");
        }

        // When
        try (LocalKafka second =
                LocalKafka.builder().dataDirectory(directory).build().start()) {

            // Then
            assertThat(receive(second)).isEqualTo("hello");
        }
        assertThat(directory).isNotEmptyDirectory();
    }

    @Test
    void aTakenPortIsSaidPlainly() {
        try (LocalKafka first = LocalKafka.builder().build().start();
                LocalKafka second = LocalKafka.builder().port(first.port()).build()) {
            assertThatIllegalStateException()
                    .isThrownBy(second::start)
                    .withMessageContaining("port " + first.port() + " is taken");
        }
    }

    @Test
    void aTopicThatComesIntoBeingByItsUseHasTheWantedPartitions() {
        try (LocalKafka kafka = LocalKafka.builder().partitions(3).build().start();
                KafkaProducer<String, String> producer = producerOf(kafka)) {
            assertThat(producer.partitionsFor(TOPIC)).hasSize(3);
        }
    }

    private static void send(LocalKafka kafka, String text) throws Exception {
        try (KafkaProducer<String, String> producer = producerOf(kafka)) {
            producer.send(new ProducerRecord<>(TOPIC, text)).get();
        }
    }

    private static KafkaProducer<String, String> producerOf(LocalKafka kafka) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all"),
                new StringSerializer(),
                new StringSerializer());
    }

    private static String receive(LocalKafka kafka) {
        Map<String, Object> properties = Map.of(
                "bootstrap.servers", kafka.bootstrapServers(),
                "group.id", UUID.randomUUID().toString(),
                "auto.offset.reset", "earliest");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            for (int i = 0; i < 100; i++) {
                var records = consumer.poll(Duration.ofMillis(200));
                if (!records.isEmpty()) {
                    return records.iterator().next().value();
                }
            }
            throw new AssertionError("nothing arrived");
        }
    }
}
