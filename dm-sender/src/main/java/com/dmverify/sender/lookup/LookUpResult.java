package com.dmverify.sender.lookup;

import com.dmverify.events.DmAttempted;
import com.dmverify.events.DmOutcome;
import com.dmverify.events.DmReason;
import com.dmverify.events.OrderKind;
import com.dmverify.sender.order.LookUpOrder;
import com.dmverify.sender.send.ReachabilityHint;
import com.dmverify.x.UserId;
import com.dmverify.x.XUser;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What became of a look-up: the content of its report.
 *
 * @param user null unless X said who it is
 * @param detail for operators
 */
record LookUpResult(
        DmOutcome outcome,
        @Nullable DmReason reason,
        @Nullable String detail,
        @Nullable XUser user) {

    static LookUpResult resolved(XUser user) {
        return new LookUpResult(DmOutcome.RESOLVED, null, null, user);
    }

    static LookUpResult refused(DmReason reason, String detail) {
        return new LookUpResult(DmOutcome.REFUSED, reason, detail, null);
    }

    static LookUpResult missed(String detail) {
        return new LookUpResult(DmOutcome.DEADLINE_MISSED, null, detail, null);
    }

    /** @param asked just before X was asked, or when it was decided not to */
    DmAttempted of(LookUpOrder order, Instant asked, Instant settled) {
        UserId given = order.target().userId();
        DmAttempted.Builder event = DmAttempted.newBuilder()
                .setKind(OrderKind.LOOK_UP)
                .setVerificationId(order.id().verificationId())
                .setDispatch(order.id().dispatch())
                .setCodeVersion(0)
                .setAccount(order.account())
                .setOutcome(outcome)
                .setReason(reason)
                .setDetail(detail)
                .setRecipientUserId(given == null ? null : given.value())
                .setAttemptedAt(asked.truncatedTo(ChronoUnit.MILLIS))
                .setSettledAt(settled.truncatedTo(ChronoUnit.MILLIS));
        if (user != null) {
            event.setRecipientUserId(user.id().value())
                    .setRecipientHandle(user.handle().value())
                    .setRecipientHandleAsOf(asked.truncatedTo(ChronoUnit.MILLIS))
                    .setRecipientTakesMessages(ReachabilityHint.takesMessages(user));
        }
        return event.build();
    }
}
