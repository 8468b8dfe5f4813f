package com.dmverify.api.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A verification and its rules. It is immutable: each transition answers a {@link Change} with the next state, the events of
 * this change in their order and a typed result, or leaves everything as it is.
 *
 * @param reason why it failed; null otherwise
 * @param challenge null if its mode has none
 * @param sequence the number of events so far
 * @param endedAt when it reached its terminal state; null while it is pending
 * @param disputedAt when the person said, after the proof, that it was not them; null if they did not
 */
public record Verification(
        VerificationId id,
        Request request,
        Target target,
        Status status,
        @Nullable String reason,
        Delivery delivery,
        Code code,
        @Nullable Challenge challenge,
        Remaining remaining,
        long sequence,
        Instant createdAt,
        @Nullable Instant endedAt,
        @Nullable Instant disputedAt) {

    /** Most people look within seconds; X's read event takes a few more. */
    private static final Duration UNSEEN_AFTER = Duration.ofSeconds(30);

    public Verification {
        Mode mode = request.mode();
        if ((challenge != null) != mode.hasChallenge()) {
            throw new IllegalArgumentException(mode + " and its challenge do not fit");
        }
        if (target.isNotNamed() && mode.sendsMessage()) {
            throw new IllegalArgumentException("A message needs a handle or a user id");
        }
    }

    /** A verification begins pending, and orders its first message if there is one. */
    public static Change<Verification> open(NewVerification fresh, Moment moment) {
        Verification first = new Verification(
                fresh.id(),
                fresh.request(),
                fresh.target(),
                Status.PENDING,
                null,
                Delivery.first(fresh.isSent(), fresh.account(), moment),
                new Code(
                        fresh.keyId(),
                        1,
                        moment.policy().codeDigits(),
                        moment.policy().codeLife(),
                        null),
                fresh.request().mode().hasChallenge()
                        ? new Challenge(
                                fresh.keyId(), moment.now().plus(moment.policy().challengeLife()), null, null)
                        : null,
                fresh.isSent() ? Remaining.first(moment) : Remaining.none(moment),
                0,
                moment.now(),
                null,
                null);
        Draft draft = new Draft(first, moment);
        draft.emit(VerificationEvent.Type.OPENED, null);
        if (fresh.isSent()) {
            draft.order(false);
            draft.settleTest();
        }
        return draft.change(draft.state());
    }

    /**
     * Compares the code that the user typed. It is compared only after a message left: before that none can be right, and no try
     * is used. A right code is accepted once.
     *
     * @param isRight whether the typed code is this one
     */
    public Change<CheckResult> check(Predicate<Code> isRight, Moment moment) {
        return Checks.apply(this, isRight, new Draft(this, moment));
    }

    /**
     * Instead of a check, when the key of the code may have leaked: its holder knows the code, so that it is not
     * compared and no try is used. The next code version is sent. It ends if no message is left for it.
     *
     * @param keyId the key that derives new codes; null if none may be sent
     */
    public Change<CheckResult> replaceCode(@Nullable String keyId, Moment moment) {
        return Resends.replaceCode(this, keyId, new Draft(this, moment));
    }

    /** Takes dm-sender's report about one dispatch. One that comes twice, late or after the end changes nothing. */
    public Change<Verification> report(DeliveryReport report, Moment moment) {
        return Reports.apply(this, report, new Draft(this, moment));
    }

    /**
     * The person has another handle by now. Where the platform claimed the old one, it may be another person's tomorrow: that ends
     * it. Where it claimed the id, only the handle is learned. What X dated earlier than its last word changes nothing.
     */
    public Change<Verification> handleChanged(Handle next, Instant at, Moment moment) {
        Draft draft = new Draft(this, moment);
        Handle known = target.handle();
        Instant asOf = target.handleAsOf();
        boolean isKnown = known != null && known.canonical().equals(next.canonical());
        if (status.isTerminal()
                || draft.lapse()
                || isKnown
                || moment.isBefore(at, createdAt)
                || (asOf != null && at.isBefore(asOf))) {
            return draft.change(draft.state());
        }
        if (target.isByHandle()) {
            draft.end(Status.FAILED, "handle_changed", VerificationEvent.Type.FAILED);
        } else {
            draft.update(withTarget(target.learned(null, next, at)));
        }
        return draft.change(draft.state());
    }

    /** The person read the message. Only what was sent can be seen, and an instant before the order is about another message. */
    public Change<Verification> seen(Instant readAt, Moment moment) {
        boolean isThisOne = status == Status.PENDING
                && delivery.status() == DeliveryStatus.SENT
                && !moment.isBefore(readAt, delivery.order().orderedAt());
        Verification next = isThisOne ? withDelivery(delivery.with(DeliveryStatus.SEEN)) : this;
        return new Change<>(this, next, List.of(), next);
    }

    /**
     * Sends again what waits for the user, because the user acted. An act counts once, and one older than the verification does
     * not concern it. Each resumption costs a call to X, so there are only so many.
     *
     * @param cause what the user did
     * @param actedAt when, by X's clock
     */
    public Change<Verification> resume(String cause, Instant actedAt, Moment moment) {
        return resume(cause, actedAt, null, moment);
    }

    /**
     * The same, when the key of the code may have leaked.
     *
     * @param keyId the key that derives the next code version; null: the code stays as it is
     */
    public Change<Verification> resume(String cause, Instant actedAt, @Nullable String keyId, Moment moment) {
        return Resends.resume(this, cause, actedAt, keyId, new Draft(this, moment));
    }

    /**
     * Takes a message with the challenge into account. It proves control if the claimed account wrote it, or if none is claimed;
     * from another account it changes nothing but is an event. It is accepted once.
     */
    public Change<ProofResult> prove(Proof proof, Moment moment) {
        return Proofs.apply(this, proof, new Draft(this, moment));
    }

    /**
     * Ends it because the person does not want it, unless it began after that was said. One that was verified is disputed, once,
     * if the person says that it was not them.
     */
    public Change<OptOutResult> optOut(OptOut optOut, Moment moment) {
        return OptOuts.apply(this, optOut, new Draft(this, moment));
    }

    /**
     * Sends the message again because the user asked: the same code while it has some life left, else the next code version.
     * There are never more tries, and never more messages than the policy allows.
     *
     * @param optedOut whether the person wants no messages
     * @param keyId the key that derives new codes
     */
    public Change<ResendResult> resend(boolean optedOut, String keyId, Moment moment) {
        return resend(optedOut, keyId, true, moment);
    }

    /**
     * The same, when the key of the code may have leaked.
     *
     * @param codeIsGood false: the same code is not sent again, but the next code version
     */
    public Change<ResendResult> resend(boolean optedOut, String keyId, boolean codeIsGood, Moment moment) {
        return Resends.resend(this, optedOut, keyId, codeIsGood, new Draft(this, moment));
    }

    /** Ends it because the platform does. Canceling twice is canceling once. */
    public Change<CancelResult> cancel(Moment moment) {
        Draft draft = new Draft(this, moment);
        if (status == Status.CANCELED) {
            return draft.change(new CancelResult.Canceled(this));
        }
        if (status.isTerminal() || draft.lapse()) {
            return draft.change(new CancelResult.Ended(draft.state()));
        }
        draft.end(Status.CANCELED, null, VerificationEvent.Type.CANCELED);
        return draft.change(new CancelResult.Canceled(draft.state()));
    }

    /** Ends it if its deadline has passed. The message of a test is settled first. */
    public Change<Verification> expire(Moment moment) {
        Draft draft = new Draft(this, moment);
        if (!status.isTerminal()) {
            draft.settleTest();
            draft.lapse();
        }
        return draft.change(draft.state());
    }

    /** The next instant at which it changes by itself; null when it has ended. */
    public @Nullable Instant deadline() {
        Instant settled = testSettledAt();
        if (status.isTerminal() || settled != null) {
            return settled;
        }
        Instant ofChallenge = challenge == null ? null : challenge.expiresAt();
        if (code.expiresAt() != null) {
            return later(code.expiresAt(), ofChallenge);
        }
        if (!delivery.status().mayLeave()) {
            return ofChallenge;
        }
        return delivery.isReported()
                ? delivery.userAction().waitUntil()
                : delivery.order().reportDeadline();
    }

    /** When the message of a test is settled; null if that is over, or it is no test. */
    public @Nullable Instant testSettledAt() {
        return request.isTest() && isQueued()
                ? TestTarget.of(target)
                        .map(test -> test.settledAt(delivery.order()))
                        .orElse(null)
                : null;
    }

    /** When its proofs end, as far as that is known: the later of code and challenge. */
    public @Nullable Instant expiresAt() {
        Instant ofChallenge = challenge == null ? null : challenge.expiresAt();
        return code.expiresAt() == null ? ofChallenge : later(code.expiresAt(), ofChallenge);
    }

    private static Instant later(Instant one, @Nullable Instant other) {
        return other == null || one.isAfter(other) ? one : other;
    }

    /** Whether a code would be compared now. */
    public boolean takesCodes(Instant now) {
        return status == Status.PENDING && code.isOut() && code.lifeLeft(now).isPositive();
    }

    /** Whether a message was ordered that no report came for yet. */
    public boolean isQueued() {
        return status == Status.PENDING && delivery.status() == DeliveryStatus.QUEUED;
    }

    /** When the right code came; null if it did not. */
    public @Nullable Instant verifiedAt() {
        return status == Status.VERIFIED ? endedAt : null;
    }

    /** Whether the message was sent for a while and not seen: X may show it among the person's message requests. */
    public boolean isUnseen(Instant now) {
        Instant expiresAt = code.expiresAt();
        if (status != Status.PENDING || delivery.status() != DeliveryStatus.SENT || expiresAt == null) {
            return false;
        }
        Instant begin = expiresAt.minus(code.life());
        Instant ordered = delivery.order().orderedAt();
        return !now.isBefore((begin.isAfter(ordered) ? begin : ordered).plus(UNSEEN_AFTER));
    }

    /** Whether nothing that the person does concerns it any more: what was verified can still be disputed. */
    public boolean isOver() {
        return status.isTerminal() && status != Status.VERIFIED;
    }

    /** Whether it is this owner's: see {@link Request#owner()}. */
    public boolean belongsTo(String owner) {
        return request.owner().equals(owner);
    }

    Verification withTarget(Target next) {
        return with(next, delivery, code, challenge, remaining, sequence);
    }

    Verification withDelivery(Delivery next) {
        return with(target, next, code, challenge, remaining, sequence);
    }

    Verification withCode(Code next) {
        return with(target, delivery, next, challenge, remaining, sequence);
    }

    Verification withChallenge(Challenge next) {
        return with(target, delivery, code, next, remaining, sequence);
    }

    Verification withRemaining(Remaining next) {
        return with(target, delivery, code, challenge, next, sequence);
    }

    Verification withSequence(long next) {
        return with(target, delivery, code, challenge, remaining, next);
    }

    private Verification with(
            Target target,
            Delivery delivery,
            Code code,
            @Nullable Challenge challenge,
            Remaining remaining,
            long sequence) {
        return new Verification(
                id,
                request,
                target,
                status,
                reason,
                delivery,
                code,
                challenge,
                remaining,
                sequence,
                createdAt,
                endedAt,
                disputedAt);
    }

    Verification withDispute(Instant at) {
        return new Verification(
                id, request, target, status, reason, delivery, code, challenge, remaining, sequence, createdAt, endedAt,
                at);
    }

    Verification ended(Status how, @Nullable String why, Instant at) {
        return new Verification(
                id,
                request,
                target,
                how,
                why,
                delivery,
                code,
                challenge,
                remaining,
                sequence,
                createdAt,
                at,
                disputedAt);
    }
}
