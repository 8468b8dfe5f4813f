package com.dmverify.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class LocalServicesIT {

    @Test
    void theSharedPairIsStartedOnceAndMakesTopics() throws Exception {
        // Given
        LocalServices services = LocalServices.shared();
        services.createTopic("parcels", 7);

        // When
        services.createTopic("parcels", 2);

        // Then
        assertThat(LocalServices.shared()).isSameAs(services);
        assertThat(RedisTalk.with(services.redis(), "PING")).isEqualTo("+PONG");
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", services.kafka().bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            assertThat(producer.partitionsFor("parcels")).hasSize(7);
        }
    }
}
