package com.dmverify.api.delivery;

import com.dmverify.api.verification.Conversation;
import com.dmverify.api.verification.Handle;
import com.dmverify.api.verification.UserId;
import com.dmverify.events.ActivityRecorded;
import com.dmverify.schemas.Topics;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The door for what users do on X. A group of its own: members of one group with different topics rebalance each other. */
@Component
class ActivityListener {

    private final Intake intake;
    private final ResumeWaiting resumeWaiting;
    private final HearMessage hearMessage;

    ActivityListener(Intake intake, ResumeWaiting resumeWaiting, HearMessage hearMessage) {
        this.intake = intake;
        this.resumeWaiting = resumeWaiting;
        this.hearMessage = hearMessage;
    }

    @KafkaListener(
            id = "verification-api.x-activity",
            groupId = "verification-api-activity",
            topics = Topics.X_ACTIVITY)
    void on(List<ConsumerRecord<String, byte[]>> records) {
        intake.take(records, ActivityRecorded.class, this::act);
    }

    private Mono<Void> act(ActivityRecorded event) {
        if (event.getAccountUserId() == null || event.getOtherUserId() == null) {
            return Mono.empty();
        }
        Instant when = event.getReceivedAt();
        return switch (event.getKind()) {
            case FOLLOW -> resumeWaiting.userActed(conversation(event), ResumeWaiting.FOLLOWED, when);
            case DM_RECEIVED -> hearMessage.heard(conversation(event), handle(event), event.getText(), when);
            case DM_SENT, DM_READ, UNFOLLOW, REVOKED, OTHER -> Mono.empty();
        };
    }

    private static Conversation conversation(ActivityRecorded event) {
        return new Conversation(new UserId(event.getAccountUserId()), new UserId(event.getOtherUserId()));
    }

    /** Old accounts may have a longer name than ours can be: no reason to bury what they say. */
    private static @Nullable Handle handle(ActivityRecorded event) {
        try {
            return event.getOtherHandle() == null ? null : new Handle(event.getOtherHandle());
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
