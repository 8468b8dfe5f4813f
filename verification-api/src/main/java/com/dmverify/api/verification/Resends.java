package com.dmverify.api.verification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What orders a message again: the user asks for it, the person acts, or the key of the code may have leaked. */
final class Resends {

    private Resends() {}

    static Change<ResendResult> resend(
            Verification before, boolean optedOut, String keyId, boolean codeIsGood, Draft draft) {
        if (!before.request().mode().sendsMessage()) {
            return draft.change(new ResendResult.WrongMode());
        }
        if (before.status().isTerminal() || draft.lapse()) {
            return draft.change(new ResendResult.Ended(draft.state()));
        }
        if (!before.code().isOut() && !draft.state().delivery().status().mayLeave()) {
            return draft.change(new ResendResult.NoSendsLeft());
        }
        if (optedOut) {
            return draft.change(new ResendResult.OptedOut(before));
        }
        if (!before.delivery().isReported()) {
            return draft.change(new ResendResult.NotSentYet(before));
        }
        if (before.remaining().sends() <= 0) {
            return draft.change(new ResendResult.NoSendsLeft());
        }
        if (draft.moment().now().isBefore(before.remaining().nextSendAt())) {
            return draft.change(new ResendResult.CoolDown(before.remaining().nextSendAt()));
        }
        boolean isShort = before.code().isOut()
                && before.code().lifeLeft(draft.moment().now()).compareTo(draft.freshCodeBelow()) < 0;
        if (isShort || !codeIsGood) {
            draft.update(before.withCode(before.code().next(keyId)));
        }
        draft.update(draft.state()
                .withRemaining(
                        before.remaining().afterASend(draft.moment().now().plus(draft.resendAfter()))));
        draft.order(draft.state().code().isOut());
        draft.emit(VerificationEvent.Type.REQUEUED, "resend");
        draft.settleTest();
        return draft.change(new ResendResult.Queued(draft.state()));
    }

    static Change<Verification> resume(
            Verification before, String cause, Instant actedAt, @Nullable String keyId, Draft draft) {
        UserAction action = before.delivery().userAction();
        if (!before.status().isTerminal()
                && !draft.lapse()
                && draft.state().delivery().status() == DeliveryStatus.AWAITING_USER_ACTION
                && action.resumes() < draft.resumes()
                && action.isNew(actedAt)
                && !draft.moment().isBefore(actedAt, before.createdAt())) {
            draft.update(before.withDelivery(before.delivery().with(action.at(actedAt))));
            if (keyId != null) {
                draft.update(draft.state().withCode(before.code().next(keyId)));
            }
            draft.order(false);
            draft.emit(VerificationEvent.Type.REQUEUED, cause);
        }
        return draft.change(draft.state());
    }

    static Change<CheckResult> replaceCode(Verification before, @Nullable String keyId, Draft draft) {
        if (before.status().isTerminal() || draft.lapse()) {
            return draft.change(new CheckResult.Ended(draft.state()));
        }
        if (!before.code().isOut() || !before.delivery().isReported()) {
            return draft.change(new CheckResult.NotSentYet(before));
        }
        if (keyId != null && before.remaining().sends() > 0) {
            draft.update(before.withCode(before.code().next(keyId))
                    .withRemaining(
                            before.remaining().afterASend(draft.moment().now().plus(draft.resendAfter()))));
            draft.order(false);
            draft.emit(VerificationEvent.Type.REQUEUED, "key_revoked");
            return draft.change(new CheckResult.CodeReplaced(draft.state()));
        }
        if (before.challenge() != null
                && before.challenge().isOpen(draft.moment().now())) {
            return draft.change(new CheckResult.CodeOver(before));
        }
        draft.end(Status.EXPIRED, null, VerificationEvent.Type.EXPIRED);
        return draft.change(new CheckResult.Ended(draft.state()));
    }
}
