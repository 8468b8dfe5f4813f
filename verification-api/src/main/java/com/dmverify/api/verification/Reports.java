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
        if (before.delivery().order().isLookUp()) {
            return lookedUp(before, report, draft);
        }
        if (report.outcome() == Outcome.RESOLVED) {
            return Change.none(before, before);
        }
        if (report.outcome() == Outcome.UNCONFIRMED) {
            return interim(before, report, draft);
        }
        draft.update(before.withTarget(learned(before, report))
                .withDelivery(before.delivery().reported(report.dispatch(), report.reason())));
        switch (report.outcome()) {
            case SENT -> sent(report.settledAt(), draft);
            case WITHDRAWN -> draft.undelivered(DeliveryStatus.WITHDRAWN, OPTED_OUT);
            case REFUSED, DEADLINE_MISSED -> notSent(before, report, draft);
            case UNCONFIRMED, RESOLVED -> throw new IllegalStateException("no final report of a message");
        }
        Proofs.settleClaim(report, draft);
        return draft.change(draft.state());
    }

    /** At most one for a dispatch, and none after the final report. */
    private static Change<Verification> interim(Verification before, DeliveryReport report, Draft draft) {
        if (!before.isQueued() || report.dispatch() != before.delivery().order().dispatch()) {
            return Change.none(before, before);
        }
        draft.update(before.withTarget(learned(before, report)));
        unconfirmed(report.settledAt(), draft);
        Proofs.settleClaim(report, draft);
        return draft.change(draft.state());
    }

    /** It says nothing of any message. */
    private static Change<Verification> lookedUp(Verification before, DeliveryReport report, Draft draft) {
        Delivery delivery = before.delivery();
        draft.update(before.withTarget(learned(before, report))
                .withDelivery(delivery.reported(report.dispatch(), delivery.reason())));
        Proofs.settleClaim(report, draft);
        return draft.change(draft.state());
    }

    private static Target learned(Verification before, DeliveryReport report) {
        return before.target().learned(report.userId(), report.handle(), report.handleAsOf());
    }

    /** For dm-sender the verification had ended. If it has not, its deadline ends it. */
    private static boolean isLateWithdrawal(DeliveryReport report) {
        return report.outcome() == Outcome.WITHDRAWN && !OPTED_OUT.equals(report.reason());
    }

    private static void sent(Instant acceptedAt, Draft draft) {
        live(DeliveryStatus.SENT, acceptedAt, draft);
        draft.emit(VerificationEvent.Type.CODE_SENT, null);
    }

    /** The user may hold the code: it is compared, and its life runs from the call. */
    private static void unconfirmed(Instant calledAt, Draft draft) {
        live(DeliveryStatus.UNCONFIRMED, calledAt, draft);
        draft.emit(VerificationEvent.Type.DELIVERY_UNCONFIRMED, null);
    }

    /** A life begins between the order and now, by our clock. A message that repeats the code does not lengthen it. */
    private static void live(DeliveryStatus status, Instant accepted, Draft draft) {
        Verification state = draft.state().withDelivery(draft.state().delivery().with(status));
        if (!state.code().isOut()) {
            Instant now = draft.moment().now();
            Instant begin = accepted.isBefore(now) ? accepted : now;
            Instant ordered = state.delivery().order().orderedAt();
            state = state.withCode(state.code().livesFrom(begin.isBefore(ordered) ? ordered : begin));
        }
        draft.update(state);
    }

    private static void notSent(Verification before, DeliveryReport report, Draft draft) {
        boolean wasUnconfirmed = before.delivery().status() == DeliveryStatus.UNCONFIRMED;
        if (report.mayBeOut()) {
            if (!wasUnconfirmed) {
                unconfirmed(report.settledAt(), draft);
            }
            return;
        }
        if (wasUnconfirmed && !before.delivery().order().again()) {
            draft.update(draft.state().withCode(draft.state().code().notOut()));
        }
        Verification state = draft.state();
        String reason = String.valueOf(report.reason());
        if (state.code().isOut()) {
            draft.update(state.withDelivery(state.delivery().with(DeliveryStatus.SENT)));
        } else if (report.outcome() == Outcome.DEADLINE_MISSED) {
            draft.undelivered(DeliveryStatus.DEADLINE_MISSED, "deadline_missed");
        } else if (reason.equals(DeliveryReport.TARGET_CLOSED)) {
            awaitUserAction(draft);
        } else {
            draft.undelivered(DeliveryStatus.UNDELIVERABLE, reason);
        }
    }

    private static void awaitUserAction(Draft draft) {
        Instant end = draft.moment().now().plus(draft.waitForUser());
        Delivery delivery = draft.state().delivery();
        draft.update(draft.state()
                .withDelivery(
                        delivery.with(delivery.userAction().waiting(end)).with(DeliveryStatus.AWAITING_USER_ACTION)));
        draft.emit(VerificationEvent.Type.USER_ACTION_AWAITED, null);
    }
}
