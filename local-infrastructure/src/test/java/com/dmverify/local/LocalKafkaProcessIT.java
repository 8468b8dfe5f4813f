package com.dmverify.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class LocalKafkaProcessIT {

    private static final String TOPIC = "greetings";

    @Test
    void whatWasAcknowledgedOutlivesAKill() throws Exception {
        try (LocalKafkaProcess kafka = new LocalKafkaProcess(List.of()).start()) {
            // Given
            assertThat(offsetOfNext(kafka)).isZero();

            // When
            kafka.kill();
            kafka.start();

            // Then
            assertThat(offsetOfNext(kafka)).isEqualTo(1);
        }
    }

    @Test
    void itMayBeStoppedInGoodOrderToo() throws Exception {
        try (LocalKafkaProcess kafka = new LocalKafkaProcess(List.of()).start()) {
            assertThat(offsetOfNext(kafka)).isZero();
            kafka.stop();
            kafka.start();
            assertThat(offsetOfNext(kafka)).isEqualTo(1);
        }
    }

    private static long offsetOfNext(LocalKafkaProcess kafka) throws Exception {
        Map<String, Object> properties = Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all");
        try (var producer = new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer())) {
            return producer.send(new ProducerRecord<>(TOPIC, 0, null, "hello"))
                    .get()
                    .offset();
        }
    }
}
