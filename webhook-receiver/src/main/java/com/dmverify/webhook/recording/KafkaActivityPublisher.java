package com.dmverify.webhook.recording;

import com.dmverify.events.ActivityKind;
import com.dmverify.events.ActivityRecorded;
import com.dmverify.schemas.CloudEventHeaders;
import com.dmverify.schemas.EventCodec;
import com.dmverify.x.UserId;
import com.dmverify.x.webhook.Activity;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaOperations;

/** Publishes activities to the topic {@code x.activity}; durable when all in-sync replicas have acknowledged. */
final class KafkaActivityPublisher implements ActivityLog {

    private static final String SOURCE = "/webhook-receiver";

    private final KafkaOperations<String, byte[]> kafka;
    private final String topic;
    private final EventCodec codec;

    /** @param topic the one of activities, as it is on the broker */
    KafkaActivityPublisher(KafkaOperations<String, byte[]> kafka, String topic, EventCodec codec) {
        this.kafka = kafka;
        this.topic = topic;
        this.codec = codec;
    }

    @Override
    public CompletableFuture<?> append(ReceivedActivity activity) {
        return kafka.send(recordOf(activity));
    }

    private ProducerRecord<String, byte[]> recordOf(ReceivedActivity received) {
        ActivityRecorded event = eventOf(received);
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, received.key(), codec.encode(event));
        new CloudEventHeaders(event.getActivityId(), SOURCE, received.key(), event.getOccurredAt())
                .of(event)
                .forEach((name, value) -> record.headers().add(name, value));
        return record;
    }

    private static ActivityRecorded eventOf(ReceivedActivity received) {
        Activity activity = received.activity();
        return ActivityRecorded.newBuilder()
                .setActivityId(activity.id())
                .setKind(ActivityKind.valueOf(activity.kind().name()))
                .setApp(received.app())
                .setAccountUserId(valueOf(activity.accountId()))
                .setOtherUserId(valueOf(activity.otherId()))
                .setOtherHandle(
                        activity.otherHandle() == null
                                ? null
                                : activity.otherHandle().value())
                .setDmEventId(activity.dmEventId())
                .setText(activity.text())
                .setQuickReplyMetadata(activity.quickReplyMetadata())
                .setOccurredAt(activity.occurredAt())
                .setReceivedAt(received.receivedAt())
                .setRaw(activity.raw())
                .setCodeFingerprints(activity.sentDigits())
                .build();
    }

    private static @Nullable String valueOf(@Nullable UserId id) {
        return id == null ? null : id.value();
    }
}
