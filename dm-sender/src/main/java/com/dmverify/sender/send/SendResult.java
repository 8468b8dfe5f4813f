package com.dmverify.sender.send;

import com.dmverify.events.DmAttempted;
import com.dmverify.events.DmOutcome;
import com.dmverify.events.DmReason;
import com.dmverify.events.OrderKind;
import com.dmverify.sender.order.Order;
import com.dmverify.sender.order.Recipient;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What became of an order: the content of its report. */
record SendResult(
        DmOutcome outcome,
        @Nullable DmReason reason,
        @Nullable String detail,
        @Nullable String dmEventId) {

    static SendResult sent(String dmEventId) {
        return new SendResult(DmOutcome.SENT, null, null, dmEventId);
    }

    static SendResult refused(DmReason reason, String detail) {
        return new SendResult(DmOutcome.REFUSED, reason, detail, null);
    }

    static SendResult missed(String detail) {
        return new SendResult(DmOutcome.DEADLINE_MISSED, null, detail, null);
    }

    /** @param reason null: the verification has ended */
    static SendResult withdrawn(@Nullable DmReason reason) {
        return new SendResult(DmOutcome.WITHDRAWN, reason, null, null);
    }

    /** The interim report. */
    static SendResult unconfirmed() {
        return new SendResult(DmOutcome.UNCONFIRMED, null, null, null);
    }

    /** The event. */
    DmAttempted of(SendContext context, Instant settledAt) {
        Order order = context.order();
        DmAttempted.Builder event = DmAttempted.newBuilder()
                .setKind(OrderKind.SEND_MESSAGE)
                .setVerificationId(order.id().verificationId())
                .setDispatch(order.id().dispatch())
                .setCodeVersion(order.code().codeVersion())
                .setAccount(order.account())
                .setOutcome(outcome)
                .setReason(reason)
                .setMayBeOut(isFinalWithoutMessage() && context.inDoubt())
                .setDetail(detail)
                .setDmEventId(dmEventId)
                .setAttemptedAt(millis(context.at()))
                .setSettledAt(millis(settledAt));
        Recipient recipient = context.recipient();
        if (recipient != null) {
            event.setRecipientUserId(recipient.id().value());
            event.setRecipientHandle(
                    recipient.handle() == null ? null : recipient.handle().value());
            event.setRecipientHandleAsOf(recipient.asOf() == null ? null : millis(recipient.asOf()));
        }
        return event.build();
    }

    private boolean isFinalWithoutMessage() {
        return outcome != DmOutcome.SENT && outcome != DmOutcome.UNCONFIRMED;
    }

    /** Truncated to milliseconds, the precision of the Avro field, so that the event survives a round trip unchanged. */
    private static Instant millis(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }
}
