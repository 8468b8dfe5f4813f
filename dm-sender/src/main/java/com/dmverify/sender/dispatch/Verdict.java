package com.dmverify.sender.dispatch;

import com.dmverify.events.DmAttempted;
import com.dmverify.events.DmOutcome;
import com.dmverify.schemas.ReasonWords;
import com.dmverify.sender.order.Order;
import com.dmverify.sender.recipient.Recipient;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What became of an order, in the words of the event that announces it. */
record Verdict(
        DmOutcome outcome,
        @Nullable String reason,
        @Nullable String detail,
        @Nullable String dmEventId) {

    static Verdict sent(String dmEventId) {
        return new Verdict(DmOutcome.SENT, null, null, dmEventId);
    }

    static Verdict refused(String reason, String detail) {
        return new Verdict(DmOutcome.REFUSED, reason, detail, null);
    }

    static Verdict missed(String detail) {
        return new Verdict(DmOutcome.DEADLINE_MISSED, null, detail, null);
    }

    /** @param reason null: the verification has ended */
    static Verdict withdrawn(@Nullable String reason) {
        return new Verdict(DmOutcome.WITHDRAWN, reason, null, null);
    }

    /** The event. */
    DmAttempted of(Passage passage, Instant settledAt) {
        Order order = passage.order();
        DmAttempted.Builder event = DmAttempted.newBuilder()
                .setVerificationId(order.id().verificationId())
                .setDispatch(order.id().dispatch())
                .setCodeVersion(order.code().generation())
                .setAccount(order.account())
                .setOutcome(outcome)
                .setReason(reason == null ? null : ReasonWords.parse(reason).orElseThrow())
                .setDetail(detail(passage))
                .setDmEventId(dmEventId)
                .setAttemptedAt(millis(passage.at()))
                .setSettledAt(millis(settledAt));
        Recipient recipient = passage.recipient();
        if (recipient != null) {
            event.setRecipientUserId(recipient.id().value());
            event.setRecipientHandle(
                    recipient.handle() == null ? null : recipient.handle().value());
            event.setRecipientHandleAsOf(recipient.asOf() == null ? null : millis(recipient.asOf()));
        }
        return event.build();
    }

    private @Nullable String detail(Passage passage) {
        boolean unclear = outcome != DmOutcome.SENT && passage.inDoubt();
        return unclear ? "a message may be out there all the same: " + detail : detail;
    }

    /** As exact as the event is, so that it equals itself after a journey. */
    private static Instant millis(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }
}
