package com.dmverify.api.delivery;

import com.dmverify.api.verification.UserId;
import com.dmverify.events.ActivityRecorded;
import com.dmverify.schemas.Topics;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The door for what users do on X. A group of its own: members of one group with different topics rebalance each other. */
@Component
class ActivityListener {

    private final Intake intake;
    private final ResumeWaiting resumeWaiting;

    ActivityListener(Intake intake, ResumeWaiting resumeWaiting) {
        this.intake = intake;
        this.resumeWaiting = resumeWaiting;
    }

    @KafkaListener(
            id = "verification-api.x-activity",
            groupId = "verification-api-activity",
            topics = Topics.X_ACTIVITY)
    void on(List<ConsumerRecord<String, byte[]>> records) {
        intake.take(records, ActivityRecorded.class, this::act);
    }

    private Mono<Void> act(ActivityRecorded event) {
        return switch (event.getKind()) {
            case FOLLOW -> userActed(event, ResumeWaiting.FOLLOWED);
            case DM_RECEIVED -> userActed(event, ResumeWaiting.WROTE_TO_US);
            case DM_SENT, DM_READ, UNFOLLOW, REVOKED, OTHER -> Mono.empty();
        };
    }

    private Mono<Void> userActed(ActivityRecorded event, String how) {
        if (event.getAccountUserId() == null || event.getOtherUserId() == null) {
            return Mono.empty();
        }
        return resumeWaiting.userActed(
                new UserId(event.getAccountUserId()), new UserId(event.getOtherUserId()), how, event.getReceivedAt());
    }
}
