package com.dmverify.benchmarks.ceiling;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import reactor.core.publisher.Mono;

/** Writes records to Kafka with acks=all. */
final class Records {

    private final KafkaProducer<String, byte[]> producer;

    private Records(String kafka, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(Map.of("bootstrap.servers", kafka, "acks", "all", "linger.ms", 1));
        settings.putAll(more);
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** With the settings of webhook-receiver. */
    static Records ofWebhooks(String kafka) {
        return new Records(kafka, Map.of("compression.type", "lz4"));
    }

    /** With the settings of verification-api. */
    static Records ofEvents(String kafka) {
        return new Records(kafka, Map.of());
    }

    /** Loads the metadata of a topic: without it the first record would block an event loop. */
    void prepare(String topic) {
        producer.partitionsFor(topic);
    }

    /** Sends and does not wait. A record that is not written is missing when the benchmark counts. */
    void send(String topic, String key, byte[] body) {
        var _ = producer.send(new ProducerRecord<>(topic, key, body));
    }

    /** Completes when Kafka has acknowledged the record. */
    Mono<Boolean> acknowledged(String topic, byte[] body) {
        return Mono.create(sink -> {
            var _ = producer.send(new ProducerRecord<>(topic, body), (_, failure) -> {
                if (failure == null) {
                    sink.success(true);
                } else {
                    sink.error(failure);
                }
            });
        });
    }
}
