package com.dmverify.allinone;

import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Listens to Kafka like any other service would: with a broker address and common-schemas. */
final class EventTail implements AutoCloseable {

    private final KafkaConsumer<String, byte[]> consumer;
    private final EventCodec codec = new EventCodec();
    private final List<Heard> heard = new CopyOnWriteArrayList<>();

    EventTail(int kafkaPort) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", "127.0.0.1:" + kafkaPort,
                        "group.id", "quickstart-" + UUID.randomUUID(),
                        "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(Topics.VERIFICATION_REQUESTED, Topics.VERIFICATION_EVENTS, Topics.X_ACTIVITY));
    }

    /** What was heard so far of one verification or one user: their id is the first or the key. */
    List<Heard> about(Predicate<Heard> which) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
            heard.add(new Heard(record.topic(), record.key(), codec.decode(record.value())));
        }
        List<Heard> about = new ArrayList<>(heard);
        about.removeIf(which.negate());
        return about;
    }

    @Override
    public void close() {
        consumer.close();
    }

    /** One record. */
    record Heard(String topic, String key, SpecificRecord event) {

        boolean is(String name, String verification) {
            return event.getSchema().getName().equals(name) && verification.equals(event.get(0));
        }
    }
}
