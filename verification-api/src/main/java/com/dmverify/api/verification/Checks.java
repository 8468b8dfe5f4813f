package com.dmverify.api.verification;

import java.util.function.Predicate;

/** What a typed code changes. */
final class Checks {

    private Checks() {}

    static Change<CheckResult> apply(Verification before, Predicate<Code> isRight, Draft draft) {
        if (!before.request().mode().sendsMessage()) {
            return draft.change(new CheckResult.WrongMode(before));
        }
        if (before.status().isTerminal()) {
            return draft.change(new CheckResult.Ended(before));
        }
        if (!before.code().isOut()) {
            return draft.change(new CheckResult.NotSentYet(before));
        }
        if (draft.lapse()) {
            return draft.change(new CheckResult.Ended(draft.state()));
        }
        if (!before.code().lifeLeft(draft.moment().now()).isPositive()) {
            return draft.change(new CheckResult.CodeOver(before));
        }
        if (isRight.test(before.code())) {
            draft.end(Status.VERIFIED, null, VerificationEvent.Type.SUCCEEDED);
            return draft.change(new CheckResult.Approved(draft.state()));
        }
        draft.update(before.withRemaining(before.remaining().afterATry()));
        draft.emit(VerificationEvent.Type.INCORRECT, null);
        if (draft.state().remaining().tries() <= 0) {
            draft.end(Status.EXHAUSTED, null, VerificationEvent.Type.EXHAUSTED);
        }
        return draft.change(new CheckResult.Incorrect(draft.state()));
    }
}
