package com.dmverify.cli.story;

import com.dmverify.events.UserActionAwaited;
import com.dmverify.events.VerificationRequested;
import com.dmverify.events.VerificationSucceeded;
import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads Kafka's topics as any other service can: with the address of a broker and common-schemas. */
public final class KafkaEvidence implements Evidence, AutoCloseable {

    private static final String ORDER =
            "verification-api writes the order to Kafka, without the code: dm-sender derives the code, which is stored nowhere.";
    private static final String RESULT = "Every service that reads the topic gets the event.";

    private final KafkaConsumer<String, byte[]> consumer;
    private final EventCodec codec = new EventCodec();
    private final List<ReceivedEvent> received = new CopyOnWriteArrayList<>();

    /** Reads from the beginning of the topics. */
    public KafkaEvidence(String bootstrapServers) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "group.id",
                        "quickstart-" + UUID.randomUUID(),
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(Topics.VERIFICATION_REQUESTED, Topics.VERIFICATION_EVENTS));
    }

    @Override
    public Shown order(String verificationId) {
        ReceivedEvent order = await("VerificationRequested", verificationId);
        VerificationRequested event = (VerificationRequested) order.event();
        return new Shown(
                ORDER,
                List.of(String.format(
                        Locale.ROOT,
                        "%s  key %s  %s(target @%s, code version %d, dispatch %d)",
                        order.topic(),
                        order.key(),
                        event.getSchema().getName(),
                        event.getTargetHandle(),
                        event.getCodeVersion(),
                        event.getDispatch())));
    }

    @Override
    public Shown waiting(String verificationId) {
        UserActionAwaited event =
                (UserActionAwaited) await("UserActionAwaited", verificationId).event();
        return new Shown(RESULT, List.of(String.valueOf(event.getActionUrl())));
    }

    @Override
    public Shown success(String verificationId) {
        ReceivedEvent result = await("VerificationSucceeded", verificationId);
        VerificationSucceeded event = (VerificationSucceeded) result.event();
        return new Shown(
                RESULT,
                List.of(String.format(
                        Locale.ROOT,
                        "%s  key %s  %s(target @%s = %s)",
                        result.topic(),
                        result.key(),
                        event.getSchema().getName(),
                        event.getTargetHandle(),
                        event.getTargetUserId())));
    }

    private ReceivedEvent await(String name, String id) {
        return Eventually.find(name + " for " + id, () -> {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                received.add(new ReceivedEvent(record.topic(), record.key(), codec.decode(record.value())));
            }
            return received.stream().filter(event -> event.is(name, id)).findFirst();
        });
    }

    @Override
    public void close() {
        consumer.close();
    }

    private record ReceivedEvent(String topic, String key, SpecificRecord event) {

        boolean is(String name, String verification) {
            return event.getSchema().getName().equals(name) && verification.equals(event.get(0));
        }
    }
}
