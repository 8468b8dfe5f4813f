package com.dmverify.api.verification;

import static com.dmverify.api.verification.VerificationEvent.Type.DISPUTED;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.api.TestPolicy;
import com.dmverify.api.trace.Trace;
import com.dmverify.api.verification.DeliveryReport.Outcome;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One verification and its clock, which a test moves. Each step applies a transition to the state that the step before left, and
 * checks what is true of every change.
 */
final class Steps {

    private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

    private final VerificationId id = VerificationId.random(new SecureRandom());
    private Instant now = START;
    private @Nullable Trace trace;
    private @Nullable Verification state;

    Instant now() {
        return now;
    }

    Instant in(Duration duration) {
        return now.plus(duration);
    }

    void advance(Duration duration) {
        now = now.plus(duration);
    }

    /** The next steps are caused by a request or record with this trace; null: they happen by themselves. */
    void causedBy(@Nullable Trace next) {
        trace = next;
    }

    Verification state() {
        return Objects.requireNonNull(state, "nothing is open");
    }

    Delivery delivery() {
        return state().delivery();
    }

    Change<Verification> open() {
        return open(TestVerifications.fresh(id));
    }

    /** Opens one of this mode about the handle {@code alice}. */
    Change<Verification> open(Mode mode) {
        return open(TestVerifications.fresh(id, TestVerifications.request(mode)));
    }

    Change<Verification> open(Mode mode, Target target) {
        return open(new NewVerification(
                id, TestVerifications.request(mode), target, TestVerifications.BRAND, TestVerifications.KEY_ID));
    }

    /** Opens one of a test key. */
    Change<Verification> open(TestTarget target) {
        return open(new NewVerification(
                id,
                TestVerifications.testRequest(),
                target.target(),
                TestVerifications.BRAND,
                TestVerifications.KEY_ID));
    }

    Change<Verification> openWithoutMessage() {
        return open(TestVerifications.fresh(id, TestVerifications.request(Mode.AUTO))
                .withoutMessage());
    }

    private Change<Verification> open(NewVerification fresh) {
        Change<Verification> opened = Verification.open(fresh, moment());
        state = opened.after();
        return opened;
    }

    /** Opens it and has its message sent. */
    void openAndSend() {
        open();
        report(Outcome.SENT, null);
    }

    /** Opens it, and X does not let its message through. */
    void openAndRefuse() {
        open();
        report(Outcome.REFUSED, DeliveryReport.TARGET_CLOSED);
    }

    /** A report of the last order. */
    Change<Verification> report(Outcome outcome, @Nullable String reason) {
        return report(TestVerifications.report(delivery().order().dispatch(), outcome, reason, now));
    }

    Change<Verification> report(DeliveryReport report) {
        return apply(state().report(report, moment()));
    }

    Change<CheckResult> check(String typed) {
        return apply(state().check(TestVerifications.isRight(typed), moment()));
    }

    /** The user acts one millisecond later. */
    Change<Verification> resume() {
        advance(Duration.ofMillis(1));
        return resume(now);
    }

    Change<Verification> resume(Instant actedAt) {
        return apply(state().resume("followed", actedAt, moment()));
    }

    /** The key of the code may have leaked. */
    Change<Verification> resume(Instant actedAt, String keyId) {
        return apply(state().resume("followed", actedAt, keyId, moment()));
    }

    Change<Verification> handleChanged(String next, Instant at) {
        return apply(state().handleChanged(new Handle(next), at, moment()));
    }

    Change<Verification> seen(Instant readAt) {
        return apply(state().seen(readAt, moment()));
    }

    Change<OptOutResult> optOut(OptOut.Kind kind, Instant at) {
        return apply(state().optOut(new OptOut(kind, at), moment()));
    }

    /** A message with the challenge, written now. */
    Change<ProofResult> prove(UserId person, @Nullable String handle) {
        return prove(person, handle, null);
    }

    Change<ProofResult> prove(UserId person, @Nullable String handle, OptOut.@Nullable Kind refused) {
        return prove(new Proof(
                new Contact(TestVerifications.BRAND.userId(), person),
                handle == null ? null : new Handle(handle),
                now,
                refused == null ? null : new OptOut(refused, now)));
    }

    Change<ProofResult> prove(Proof proof) {
        return apply(state().prove(proof, moment()));
    }

    Change<ResendResult> resend() {
        return apply(state().resend(false, "k2", moment()));
    }

    Change<ResendResult> resendToAPersonWhoOptedOut() {
        return apply(state().resend(true, "k2", moment()));
    }

    Change<CheckResult> replaceCode(@Nullable String keyId) {
        return apply(state().replaceCode(keyId, moment()));
    }

    Change<CancelResult> cancel() {
        return apply(state().cancel(moment()));
    }

    Change<Verification> expire() {
        return apply(state().expire(moment()));
    }

    @Nullable
    Instant deadline() {
        return state().deadline();
    }

    static List<VerificationEvent.Type> types(Change<?> change) {
        return change.events().stream().map(VerificationEvent::type).toList();
    }

    static List<@Nullable Trace> traces(Change<?> change) {
        return change.events().stream().map(VerificationEvent::trace).toList();
    }

    private Moment moment() {
        return new Moment(now, TestPolicy.DEFAULT, trace);
    }

    private <R> Change<R> apply(Change<R> change) {
        Verification before = state();
        assertThat(change.before()).isSameAs(before);
        if (change.isEmpty()) {
            assertThat(change.events()).isEmpty();
        } else {
            assertThat(before.status() == Status.PENDING || types(change).equals(List.of(DISPUTED)))
                    .as("an ended verification does not change, but by a dispute")
                    .isTrue();
        }
        long sequence = before.sequence();
        for (VerificationEvent event : change.events()) {
            sequence++;
            assertThat(event.verification().sequence()).isEqualTo(sequence);
            assertThat(event.at()).isEqualTo(now);
        }
        assertThat(change.after().sequence()).isEqualTo(sequence);
        state = change.after();
        return change;
    }
}
