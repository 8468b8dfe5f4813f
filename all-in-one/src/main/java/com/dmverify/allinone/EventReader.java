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

/** Reads Kafka's topics as any other service can: with the address of a broker and common-schemas. */
final class EventReader implements AutoCloseable {

    private final KafkaConsumer<String, byte[]> consumer;
    private final EventCodec codec = new EventCodec();
    private final List<ReceivedEvent> received = new CopyOnWriteArrayList<>();

    EventReader(int kafkaPort) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", "127.0.0.1:" + kafkaPort,
                        "group.id", "quickstart-" + UUID.randomUUID(),
                        "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(Topics.VERIFICATION_REQUESTED, Topics.VERIFICATION_EVENTS, Topics.X_ACTIVITY));
    }

    /** Returns the records so far that match. */
    List<ReceivedEvent> matching(Predicate<ReceivedEvent> which) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
            received.add(new ReceivedEvent(record.topic(), record.key(), codec.decode(record.value())));
        }
        List<ReceivedEvent> matching = new ArrayList<>(received);
        matching.removeIf(which.negate());
        return matching;
    }

    @Override
    public void close() {
        consumer.close();
    }

    /** One record. */
    record ReceivedEvent(String topic, String key, SpecificRecord event) {

        boolean is(String name, String verification) {
            return event.getSchema().getName().equals(name) && verification.equals(event.get(0));
        }
    }
}
