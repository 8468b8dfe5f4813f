package com.dmverify.api.report;

import static com.dmverify.support.topic.TopicConfiguration.PREFIX;

import com.dmverify.api.kafka.KeyedBatchProcessor;
import com.dmverify.api.reachability.KeepLookUp;
import com.dmverify.api.store.person.LookUps;
import com.dmverify.api.verification.DeliveryReport;
import com.dmverify.api.verification.DeliveryReport.Outcome;
import com.dmverify.api.verification.Handle;
import com.dmverify.api.verification.UserId;
import com.dmverify.api.verification.VerificationId;
import com.dmverify.events.DmAttempted;
import com.dmverify.events.DmOutcome;
import com.dmverify.schemas.ReasonWords;
import com.dmverify.schemas.Topics;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Consumes the delivery reports of dm-sender. */
@Component
class DmAttemptedListener {

    private final KeyedBatchProcessor processor;
    private final ApplyDeliveryReport applyDeliveryReport;
    private final KeepLookUp keepLookUp;

    DmAttemptedListener(KeyedBatchProcessor processor, ApplyDeliveryReport applyDeliveryReport, KeepLookUp keepLookUp) {
        this.processor = processor;
        this.keepLookUp = keepLookUp;
        this.applyDeliveryReport = applyDeliveryReport;
    }

    @KafkaListener(
            id = "verification-api.dm-attempted",
            groupId = PREFIX + "verification-api",
            topics = PREFIX + Topics.DM_ATTEMPTED)
    void on(List<ConsumerRecord<String, byte[]>> records) {
        processor.process(records, DmAttempted.class, this::settle);
    }

    @KafkaListener(
            id = "verification-api.dm-attempted-retry",
            groupId = PREFIX + "verification-api-retry",
            topics = PREFIX + Topics.DM_ATTEMPTED + Topics.RETRY,
            ackMode = "MANUAL")
    void onAgain(List<ConsumerRecord<String, byte[]>> records, Acknowledgment acknowledgment) {
        processor.processAgain(records, acknowledgment, DmAttempted.class, this::settle);
    }

    private Mono<Void> settle(DmAttempted event) {
        return switch (event.getKind()) {
            case SEND_MESSAGE -> applied(event);
            // One of no verification says only how a person is to be reached.
            case LOOK_UP -> LookUps.isId(event.getVerificationId()) ? lookedUp(event) : applied(event);
            case UNRECOGNIZED -> throw new IllegalArgumentException("a kind of order that this version does not know");
        };
    }

    private Mono<Void> lookedUp(DmAttempted event) {
        return event.getOutcome() == DmOutcome.RESOLVED
                ? keepLookUp.resolved(event.getVerificationId(), event.getRecipientTakesMessages())
                : keepLookUp.refused(event.getVerificationId(), ReasonWords.of(event.getReason()));
    }

    private Mono<Void> applied(DmAttempted event) {
        return applyDeliveryReport.apply(
                new VerificationId(event.getVerificationId()),
                new DeliveryReport(
                        event.getDispatch(),
                        outcome(event),
                        ReasonWords.of(event.getReason()),
                        // A life that nothing confirms runs from the start of the call.
                        event.getMayBeOut() || event.getOutcome() == DmOutcome.UNCONFIRMED
                                ? event.getAttemptedAt()
                                : event.getSettledAt(),
                        event.getRecipientUserId() == null ? null : new UserId(event.getRecipientUserId()),
                        event.getRecipientHandle() == null ? null : new Handle(event.getRecipientHandle()),
                        event.getRecipientHandleAsOf(),
                        event.getMayBeOut()),
                event.getAttemptedAt());
    }

    private static Outcome outcome(DmAttempted event) {
        return switch (event.getOutcome()) {
            case SENT -> Outcome.SENT;
            case REFUSED -> Outcome.REFUSED;
            case DEADLINE_MISSED -> Outcome.DEADLINE_MISSED;
            case WITHDRAWN -> Outcome.WITHDRAWN;
            case UNCONFIRMED -> Outcome.UNCONFIRMED;
            case RESOLVED -> Outcome.RESOLVED;
            case UNRECOGNIZED -> throw new IllegalArgumentException("an outcome that this version does not know");
        };
    }
}
