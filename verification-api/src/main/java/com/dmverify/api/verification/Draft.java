package com.dmverify.api.verification;

import com.dmverify.api.policy.Terms;
import com.dmverify.api.trace.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One change of a verification while its rule runs: the state so far and the events so far. */
final class Draft {

    /** A code that is sent again with less life left is of no use to its reader. */
    private static final Duration LEAST_LIFE = Duration.ofSeconds(60);

    private final Verification before;
    private final Moment moment;
    private final List<VerificationEvent> events = new ArrayList<>();
    private final @Nullable Terms terms;
    private Verification state;

    Draft(Verification before, Moment moment) {
        this.before = before;
        this.state = before;
        this.moment = moment;
        this.terms = before.request().terms();
    }

    Verification state() {
        return state;
    }

    Moment moment() {
        return moment;
    }

    /** How long a message may wait. What began without terms of its own has those of the moment, here and below. */
    private Duration sendWithin() {
        return terms == null ? moment.policy().sendWithin() : terms.sendWithin();
    }

    Duration waitForUser() {
        return terms == null ? moment.policy().waitForUser() : terms.waitForUser();
    }

    int resumes() {
        return terms == null ? moment.policy().resumes() : terms.resumes();
    }

    Duration resendAfter() {
        return terms == null ? moment.policy().resendAfter() : terms.resendAfter();
    }

    Duration freshCodeBelow() {
        return terms == null ? moment.policy().freshCodeBelow() : terms.freshCodeBelow();
    }

    void update(Verification next) {
        state = next;
    }

    /** An event of the state so far. One without a trace of its own continues the trace of the last order. */
    void emit(VerificationEvent.Type type, @Nullable String cause) {
        state = state.withSequence(state.sequence() + 1);
        Trace trace = moment.trace() == null ? state.delivery().order().trace() : moment.trace();
        events.add(new VerificationEvent(type, moment.now(), cause, trace, state));
    }

    /** Orders one message. dm-sender sends none after the deadline, and no code that would be as good as dead by then. */
    void order(boolean again) {
        Instant latest = moment.now().plus(sendWithin());
        Instant expiresAt = state.code().expiresAt();
        if (expiresAt != null) {
            latest = later(moment.now(), earlier(latest, expiresAt.minus(LEAST_LIFE)));
        }
        state = state.withDelivery(state.delivery().ordered(again, latest, moment));
        if (!state.request().isTest()) {
            emit(VerificationEvent.Type.REQUESTED, null);
        }
    }

    /** Of a test: says what became of the message, once its instant has come. There is no dm-sender to say it. */
    void settleTest() {
        Instant settled = state.testSettledAt();
        if (settled != null && !moment.now().isBefore(settled)) {
            TestTarget.of(state.target())
                    .ifPresent(test ->
                            Reports.apply(state, test.report(state.delivery().order()), this));
        }
    }

    /** Orders a look-up of the claimed handle. */
    void orderLookUp(Instant latest) {
        Instant deadline = earlier(latest, moment.now().plus(sendWithin()));
        state = state.withDelivery(state.delivery().lookingUp(deadline, moment));
        emit(VerificationEvent.Type.REQUESTED, null);
    }

    /**
     * Ends it. A message that is queued or awaited is withdrawn then, unless the end is a deadline of its own, which has said so
     * before.
     */
    void end(Status status, @Nullable String reason, VerificationEvent.Type type) {
        if (state.delivery().status().mayLeave()) {
            state = state.withDelivery(state.delivery().with(DeliveryStatus.WITHDRAWN));
        }
        state = state.ended(status, reason, moment.now());
        emit(type, null);
    }

    /** Ends it because the person does not want it. */
    void refuse(OptOut optOut) {
        String why = optOut.kind().wire();
        if (!state.code().isOut() && state.delivery().status().mayLeave()) {
            state = state.withDelivery(state.delivery().because(why));
        }
        end(Status.FAILED, why, VerificationEvent.Type.FAILED);
    }

    /** Its message will not come: that ends it, unless the challenge can still be met. */
    void undelivered(DeliveryStatus how, String reason) {
        state = state.withDelivery(state.delivery().with(how));
        if (isChallengeOpen()) {
            state = state.withDelivery(state.delivery().because(reason));
        } else {
            end(Status.FAILED, reason, VerificationEvent.Type.FAILED);
        }
    }

    /** Ends a pending verification whose deadline has passed; true if it did. */
    boolean lapse() {
        Instant deadline = state.deadline();
        if (deadline == null || moment.now().isBefore(deadline) || state.testSettledAt() != null) {
            return false;
        }
        if (state.code().isOut() || !state.delivery().status().mayLeave()) {
            end(Status.EXPIRED, null, VerificationEvent.Type.EXPIRED);
        } else {
            giveUpMessage();
        }
        return state.status().isTerminal();
    }

    /** A report that comes later changes nothing. */
    private void giveUpMessage() {
        boolean missed = state.delivery().status() == DeliveryStatus.QUEUED;
        state = state.withDelivery(state.delivery()
                .reported(state.delivery().order().dispatch(), state.delivery().reason()));
        if (missed) {
            undelivered(DeliveryStatus.DEADLINE_MISSED, "deadline_missed");
        } else {
            undelivered(DeliveryStatus.UNDELIVERABLE, "user_action_timeout");
        }
    }

    private boolean isChallengeOpen() {
        Challenge challenge = state.challenge();
        return challenge != null && challenge.isOpen(moment.now());
    }

    <R> Change<R> change(R result) {
        return new Change<>(before, state, events, result);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
