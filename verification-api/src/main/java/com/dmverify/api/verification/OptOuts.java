package com.dmverify.api.verification;

/** What a person's NO or STOP changes. */
final class OptOuts {

    private OptOuts() {}

    static Change<OptOutResult> apply(Verification before, OptOut optOut, Draft draft) {
        if (before.status() == Status.VERIFIED) {
            return draft.change(dispute(before, optOut, draft));
        }
        if (before.status().isTerminal() || draft.lapse()) {
            return draft.change(OptOutResult.ENDED_BEFORE);
        }
        if (draft.moment().isBefore(optOut.at(), before.createdAt())) {
            return draft.change(OptOutResult.NOT_CONCERNED);
        }
        draft.refuse(optOut);
        return draft.change(OptOutResult.ENDED);
    }

    private static OptOutResult dispute(Verification before, OptOut optOut, Draft draft) {
        if (optOut.isLasting() || draft.moment().isBefore(optOut.at(), before.createdAt())) {
            return OptOutResult.NOT_CONCERNED;
        }
        if (before.disputedAt() == null) {
            draft.update(before.withDispute(optOut.at()));
            draft.emit(VerificationEvent.Type.DISPUTED, null);
        }
        return OptOutResult.DISPUTED;
    }
}
