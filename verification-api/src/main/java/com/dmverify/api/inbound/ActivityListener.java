package com.dmverify.api.inbound;

import static com.dmverify.support.topic.TopicConfiguration.PREFIX;

import com.dmverify.api.kafka.KeyedBatchProcessor;
import com.dmverify.api.store.person.ProcessedActivities;
import com.dmverify.api.verification.Contact;
import com.dmverify.api.verification.Handle;
import com.dmverify.api.verification.UserId;
import com.dmverify.events.ActivityKind;
import com.dmverify.events.ActivityRecorded;
import com.dmverify.schemas.Topics;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Consumes what users do on X. It has a group of its own: members of one group with different topics rebalance each other. */
@Component
class ActivityListener {

    private final KeyedBatchProcessor processor;
    private final ResumeWaiting resumeWaiting;
    private final HandleInboundMessage handleInboundMessage;
    private final MarkSeen markSeen;
    private final ChangeHandle changeHandle;
    private final ProcessedActivities known;

    ActivityListener(
            KeyedBatchProcessor processor,
            ResumeWaiting resumeWaiting,
            HandleInboundMessage handleInboundMessage,
            MarkSeen markSeen,
            ChangeHandle changeHandle,
            ProcessedActivities known) {
        this.processor = processor;
        this.resumeWaiting = resumeWaiting;
        this.handleInboundMessage = handleInboundMessage;
        this.markSeen = markSeen;
        this.changeHandle = changeHandle;
        this.known = known;
    }

    @KafkaListener(
            id = "verification-api.x-activity",
            groupId = PREFIX + "verification-api-activity",
            topics = PREFIX + Topics.X_ACTIVITY)
    void on(List<ConsumerRecord<String, byte[]>> records) {
        processor.process(records, ActivityRecorded.class, this::act);
    }

    @KafkaListener(
            id = "verification-api.x-activity-retry",
            groupId = PREFIX + "verification-api-activity-retry",
            topics = PREFIX + Topics.X_ACTIVITY + Topics.RETRY,
            ackMode = "MANUAL")
    void onAgain(List<ConsumerRecord<String, byte[]>> records, Acknowledgment acknowledgment) {
        processor.processAgain(records, acknowledgment, ActivityRecorded.class, this::act);
    }

    private Mono<Void> act(ActivityRecorded event) {
        String account = event.getAccountUserId();
        Handle handle = handle(event);
        if (event.getKind() == ActivityKind.HANDLE_CHANGED && event.getOtherUserId() != null && handle != null) {
            return changeHandle.changed(new UserId(event.getOtherUserId()), handle, when(event)); // once or again
        }
        if (account == null || event.getOtherUserId() == null) {
            return Mono.empty();
        }
        return switch (event.getKind()) {
            case FOLLOW, DM_RECEIVED ->
                known.isDone(account, event.getActivityId())
                        .flatMap(done -> done
                                ? Mono.empty()
                                : effect(event).then(Mono.defer(() -> known.done(account, event.getActivityId()))));
            case DM_READ -> markSeen.read(contact(event), when(event)); // once or again: the effect is the same
            case DM_SENT, UNFOLLOW, REVOKED, HANDLE_CHANGED, OTHER -> Mono.empty();
        };
    }

    private Mono<Void> effect(ActivityRecorded event) {
        Contact with = contact(event);
        return event.getKind() == ActivityKind.FOLLOW
                ? resumeWaiting.userActed(with, ResumeWaiting.FOLLOWED, when(event))
                : handleInboundMessage.handle(with, message(event), when(event));
    }

    private static HandleInboundMessage.Message message(ActivityRecorded event) {
        String text = event.getText();
        return new HandleInboundMessage.Message(handle(event), text == null ? "" : text, event.getQuickReplyMetadata());
    }

    private static @Nullable Handle handle(ActivityRecorded event) {
        String name = event.getOtherHandle();
        return name == null || !Handle.isOne(name) ? null : new Handle(name);
    }

    private static Contact contact(ActivityRecorded event) {
        return new Contact(new UserId(event.getAccountUserId()), new UserId(event.getOtherUserId()));
    }

    /** X's time, which a repeated delivery keeps; never later than the delivery. */
    private static Instant when(ActivityRecorded event) {
        return event.getOccurredAt().isBefore(event.getReceivedAt()) ? event.getOccurredAt() : event.getReceivedAt();
    }
}
