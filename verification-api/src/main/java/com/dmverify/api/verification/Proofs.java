package com.dmverify.api.verification;

import com.dmverify.api.verification.DeliveryReport.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a message with the challenge changes: the person who wrote it is compared with the claimed target. */
final class Proofs {

    private static final String TARGET_UNKNOWN = "target_unknown";
    private static final String TARGET_SUSPENDED = "target_suspended";

    private Proofs() {}

    /** Whether the person is the claimed one; null if that is not known. */
    private static @Nullable Boolean isTarget(Target target, Proof proof) {
        if (target.userId() != null) {
            return target.userId().equals(proof.with().person());
        }
        if (target.handle() == null) {
            return true;
        }
        return proof.handle() == null
                ? null
                : target.handle().canonical().equals(proof.handle().canonical());
    }

    static Change<ProofResult> apply(Verification before, Proof proof, Draft draft) {
        Challenge challenge = before.challenge();
        UserId person = proof.with().person();
        if (challenge == null
                || !before.delivery().account().userId().equals(proof.with().account())) {
            return draft.change(ProofResult.NOT_CONCERNED);
        }
        if (before.status() == Status.VERIFIED && person.equals(before.target().userId())) {
            return draft.change(ProofResult.VERIFIED);
        }
        if (before.status().isTerminal()
                || draft.lapse()
                || !challenge.isOpen(draft.moment().now())
                || draft.moment().isBefore(proof.at(), before.createdAt())) {
            return draft.change(ProofResult.NOT_CONCERNED);
        }
        Boolean isTarget = isTarget(before.target(), proof);
        if (isTarget == null) {
            return draft.change(claim(challenge, proof, draft));
        }
        if (!isTarget) {
            return draft.change(wrongAccount(challenge, proof, draft));
        }
        if (proof.optOut() != null) {
            draft.refuse(proof.optOut());
            return draft.change(ProofResult.REFUSED);
        }
        draft.update(draft.state()
                .withChallenge(challenge.claimedBy(null).written(proof.at()))
                .withTarget(before.target().learned(person, proof.handle(), proof.at())));
        draft.end(Status.VERIFIED, null, VerificationEvent.Type.SUCCEEDED);
        return draft.change(ProofResult.VERIFIED);
    }

    /** One message counts once: an event for each would let a repeated delivery make another. */
    private static ProofResult wrongAccount(Challenge challenge, Proof proof, Draft draft) {
        if (challenge.isNew(proof.at())) {
            draft.update(draft.state().withChallenge(challenge.written(proof.at())));
            draft.emit(
                    VerificationEvent.Type.WRONG_ACCOUNT, proof.with().person().value());
        }
        return ProofResult.WRONG_ACCOUNT;
    }

    private static ProofResult claim(Challenge challenge, Proof proof, Draft draft) {
        UserId person = proof.with().person();
        if (challenge.claimant() != null) {
            return challenge.claimant().equals(person) ? ProofResult.LOOKING_UP : ProofResult.OTHER_LOOK_UP;
        }
        if (proof.optOut() != null) {
            return ProofResult.NOT_CONCERNED;
        }
        draft.update(draft.state().withChallenge(challenge.claimedBy(person).written(proof.at())));
        if (draft.state().delivery().isReported()) {
            draft.orderLookUp(challenge.expiresAt());
        }
        return ProofResult.LOOKING_UP;
    }

    /** A report may name the person behind the claimed handle, for whom a message with the challenge waits. */
    static void settleClaim(DeliveryReport report, Draft draft) {
        Verification state = draft.state();
        Challenge challenge = state.challenge();
        if (state.status().isTerminal() || challenge == null || challenge.claimant() == null) {
            return;
        }
        UserId claimant = challenge.claimant();
        Instant writtenAt = challenge.writtenAt();
        boolean lookedUp = state.delivery().order().isLookUp();
        if (state.target().userId() != null && state.target().userId().equals(claimant)) {
            draft.update(state.withChallenge(challenge.claimedBy(null)));
            draft.end(Status.VERIFIED, null, VerificationEvent.Type.SUCCEEDED);
        } else if (state.target().userId() != null || isNobody(report)) {
            draft.update(state.withChallenge(challenge.claimedBy(null)));
            draft.emit(VerificationEvent.Type.WRONG_ACCOUNT, claimant.value());
        } else if (lookedUp || writtenAt == null) {
            // X could not be asked. The person may write again.
            draft.update(state.withChallenge(challenge.claimedBy(null)));
        } else if (report.outcome() != Outcome.UNCONFIRMED) {
            draft.orderLookUp(challenge.expiresAt());
        }
    }

    private static boolean isNobody(DeliveryReport report) {
        return TARGET_UNKNOWN.equals(report.reason()) || TARGET_SUSPENDED.equals(report.reason());
    }
}
