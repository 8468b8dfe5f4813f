package com.dmverify.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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

/** Another service that listens. */
final class Events {

    private final KafkaConsumer<String, byte[]> consumer;
    private final EventCodec codec = new EventCodec();
    private final List<SpecificRecord> heard = new CopyOnWriteArrayList<>();

    Events(int kafka) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", "127.0.0.1:" + kafka,
                        "group.id", "stories-" + UUID.randomUUID(),
                        "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(Topics.VERIFICATION_EVENTS));
    }

    /** The names of the facts of one verification so far, in their order. */
    synchronized List<String> of(String verification) {
        consumer.poll(Duration.ofMillis(100)).forEach(record -> heard.add(codec.decode(record.value())));
        return heard.stream()
                .filter(event -> verification.equals(event.get(0)))
                .map(event -> event.getSchema().getName())
                .toList();
    }

    /** Waits until exactly these facts were heard. */
    void tell(String verification, String... facts) {
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(of(verification)).containsExactly(facts));
    }
}
