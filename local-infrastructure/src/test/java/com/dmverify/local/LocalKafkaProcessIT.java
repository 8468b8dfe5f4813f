package com.dmverify.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LocalKafkaProcessIT {

    private static final String TOPIC = "greetings";

    private static final LocalKafkaProcess KAFKA = new LocalKafkaProcess(List.of());

    @BeforeAll
    static void start() {
        KAFKA.start();
    }

    @AfterAll
    static void close() {
        KAFKA.close();
    }

    @Test
    void whatWasAcknowledgedOutlivesAKill() throws Exception {
        // Given
        long acknowledged = offsetOfNext();

        // When
        KAFKA.kill();
        KAFKA.start();

        // Then
        assertThat(offsetOfNext()).isEqualTo(acknowledged + 1);
    }

    @Test
    void itMayBeStoppedInGoodOrderToo() throws Exception {
        long acknowledged = offsetOfNext();
        KAFKA.stop();
        KAFKA.start();
        assertThat(offsetOfNext()).isEqualTo(acknowledged + 1);
    }

    @Test
    void whatWasClosedStaysSo() {
        LocalKafkaProcess closed = new LocalKafkaProcess(List.of());
        closed.close();
        closed.close();

        assertThatIllegalStateException().isThrownBy(closed::start).withMessageContaining("closed");
    }

    private static long offsetOfNext() throws Exception {
        Map<String, Object> properties = Map.of("bootstrap.servers", KAFKA.bootstrapServers(), "acks", "all");
        try (var producer = new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer())) {
            return producer.send(new ProducerRecord<>(TOPIC, 0, null, "hello"))
                    .get()
                    .offset();
        }
    }
}
