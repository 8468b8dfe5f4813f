package com.dmverify.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;

/** Another service that reads {@code verification.events}. */
final class Events {

    private final KafkaConsumer<String, byte[]> consumer;
    private final EventCodec codec = new EventCodec();
    private final List<SpecificRecord> events = new CopyOnWriteArrayList<>();

    Events(int kafka) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", "127.0.0.1:" + kafka,
                        "group.id", "scenarios-" + UUID.randomUUID(),
                        "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(Topics.VERIFICATION_EVENTS));
    }

    /** The names of the events of one verification so far, in order. */
    synchronized List<String> of(String verification) {
        consumer.poll(Duration.ofMillis(100)).forEach(record -> events.add(codec.decode(record.value())));
        return events.stream()
                .filter(event -> verification.equals(event.get(0)))
                .map(event -> event.getSchema().getName())
                .toList();
    }

    /** Waits until the verification has exactly these events. */
    void await(String verification, String... names) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(of(verification)).containsExactly(names));
    }
}
