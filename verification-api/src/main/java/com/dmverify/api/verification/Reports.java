package com.dmverify.api.verification;

import com.dmverify.api.verification.DeliveryReport.Outcome;
import java.time.Instant;

/** What dm-sender's report changes. Each dispatch is reported once, and a refused second message does not end the first code. */
final class Reports {

    private static final String OPTED_OUT = "opted_out";

    private Reports() {}

    static Change<Verification> apply(Verification before, DeliveryReport report, Draft draft) {
        if (before.status().isTerminal()
                || report.dispatch() <= before.delivery().order().reported()
                || isLateWithdrawal(report)) {
            return Change.none(before, before);
        }
        draft.update(before.withTarget(before.target().learned(report.userId(), report.handle(), report.handleAsOf()))
                .withDelivery(before.delivery().reported(report.dispatch(), report.reason())));
        switch (report.outcome()) {
            case SENT -> sent(report.settledAt(), draft);
            case WITHDRAWN -> draft.undelivered(DeliveryStatus.WITHDRAWN, OPTED_OUT);
            case DEADLINE_MISSED -> notSent(DeliveryStatus.DEADLINE_MISSED, "deadline_missed", draft);
            case REFUSED -> refused(String.valueOf(report.reason()), draft);
        }
        return draft.change(draft.state());
    }

    /** For dm-sender the verification had ended. If it has not, its deadline ends it. */
    private static boolean isLateWithdrawal(DeliveryReport report) {
        return report.outcome() == Outcome.WITHDRAWN && !OPTED_OUT.equals(report.reason());
    }

    /** A life begins between the order and now, by our clock. A message that repeats the code does not lengthen it. */
    private static void sent(Instant acceptedAt, Draft draft) {
        Verification state = draft.state().withDelivery(draft.state().delivery().with(DeliveryStatus.SENT));
        if (!state.code().isOut()) {
            Instant now = draft.moment().now();
            Instant begin = acceptedAt.isBefore(now) ? acceptedAt : now;
            Instant ordered = state.delivery().order().orderedAt();
            state = state.withCode(state.code().livesFrom(begin.isBefore(ordered) ? ordered : begin));
        }
        draft.update(state);
        draft.emit(VerificationEvent.Type.CODE_SENT, null);
    }

    private static void refused(String reason, Draft draft) {
        Verification state = draft.state();
        if (state.code().isOut() || !reason.equals(DeliveryReport.TARGET_CLOSED)) {
            notSent(DeliveryStatus.UNDELIVERABLE, reason, draft);
            return;
        }
        Instant end = draft.moment().now().plus(draft.moment().policy().waitForUser());
        Delivery delivery = state.delivery();
        draft.update(state.withDelivery(
                delivery.with(delivery.userAction().waiting(end)).with(DeliveryStatus.AWAITING_USER_ACTION)));
        draft.emit(VerificationEvent.Type.USER_ACTION_AWAITED, null);
    }

    private static void notSent(DeliveryStatus how, String reason, Draft draft) {
        if (draft.state().code().isOut()) {
            draft.update(draft.state().withDelivery(draft.state().delivery().with(DeliveryStatus.SENT)));
        } else {
            draft.undelivered(how, reason);
        }
    }
}
