package com.dmverify.api.verification;

import static com.dmverify.api.verification.TestVerifications.ALICE;
import static com.dmverify.api.verification.TestVerifications.LIFE;
import static com.dmverify.api.verification.TestVerifications.RIGHT;
import static com.dmverify.api.verification.VerificationEvent.Type.CODE_SENT;
import static com.dmverify.api.verification.VerificationEvent.Type.FAILED;
import static com.dmverify.api.verification.VerificationEvent.Type.USER_ACTION_AWAITED;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.api.verification.DeliveryReport.Outcome;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a report of dm-sender changes. */
class VerificationReportTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final Steps steps = new Steps();

    @Test
    void theLifeOfTheCodeBeginsWhenXAcceptedTheMessage() {
        // Given
        steps.open();
        Instant accepted = steps.in(Duration.ofSeconds(1));
        steps.advance(Duration.ofSeconds(3));

        // When
        Change<Verification> sent = report(1, Outcome.SENT, null, accepted);

        // Then
        assertThat(steps.state().code().expiresAt()).isEqualTo(accepted.plus(LIFE));
        assertThat(steps.delivery().status()).isEqualTo(DeliveryStatus.SENT);
        assertThat(steps.delivery().isReported()).isTrue();
        assertThat(steps.state().target()).isEqualTo(new Target(new Handle("Alice"), ALICE, accepted, true));
        assertThat(Steps.types(sent)).containsExactly(CODE_SENT);
    }

    @Test
    void aSenderWhoseClockIsAheadDoesNotLengthenTheLifeOfACode() {
        steps.open();
        steps.advance(Duration.ofSeconds(10));

        report(1, Outcome.SENT, null, steps.in(HOUR));

        assertThat(steps.state().code().expiresAt()).isEqualTo(steps.in(LIFE));
    }

    @Test
    void aSenderWhoseClockIsBehindDoesNotShortenTheLifeOfACodeBeyondItsOrder() {
        steps.open();
        Instant ordered = steps.now();
        steps.advance(Duration.ofSeconds(10));

        report(1, Outcome.SENT, null, ordered.minus(HOUR));

        assertThat(steps.state().code().expiresAt()).isEqualTo(ordered.plus(LIFE));
    }

    @Test
    void theLifeOfANewCodeBeginsNotBeforeItsOwnOrder() {
        steps.openAndSend();
        steps.advance(LIFE.minusMinutes(1));
        Instant ordered = steps.now();
        steps.resend();
        steps.advance(Duration.ofSeconds(10));

        report(2, Outcome.SENT, null, ordered.minus(HOUR));

        assertThat(steps.state().code().expiresAt()).isEqualTo(ordered.plus(LIFE));
    }

    @Test
    void aMessageThatRepeatsTheCodeDoesNotLengthenItsLife() {
        steps.openAndSend();
        Instant end = steps.state().code().expiresAt();
        steps.advance(Duration.ofSeconds(60));
        steps.resend();

        Change<Verification> sent = steps.report(Outcome.SENT, null);

        assertThat(Steps.types(sent)).containsExactly(CODE_SENT);
        assertThat(steps.state().code().expiresAt()).isEqualTo(end);
        assertThat(steps.check(RIGHT).result()).isInstanceOf(CheckResult.Approved.class);
    }

    @Test
    void aReportThatComesTwiceChangesNothing() {
        steps.openAndSend();

        assertThat(report(1, Outcome.REFUSED, "target_suspended", steps.now()).isEmpty())
                .isTrue();
    }

    @Test
    void aReportOfAnEarlierDispatchChangesNothing() {
        steps.openAndSend();
        steps.advance(Duration.ofSeconds(60));
        steps.resend();
        steps.report(Outcome.SENT, null);

        assertThat(report(1, Outcome.WITHDRAWN, "opted_out", steps.now()).isEmpty())
                .isTrue();
    }

    @Test
    void aLateReportOfTheFirstDispatchIsNoReportOfTheSecond() {
        steps.openAndSend();
        steps.advance(Duration.ofSeconds(60));
        steps.resend();

        assertThat(report(1, Outcome.SENT, null, steps.now()).isEmpty()).isTrue();

        assertThat(steps.delivery().isReported()).isFalse();
        assertThat(steps.state().isQueued()).isTrue();
    }

    @Test
    void aClosedInboxWaitsForTheUser() {
        steps.open();

        Change<Verification> closed = steps.report(Outcome.REFUSED, "target_closed");

        assertThat(steps.state().status()).isEqualTo(Status.PENDING);
        assertThat(steps.delivery().status()).isEqualTo(DeliveryStatus.AWAITING_USER_ACTION);
        assertThat(steps.delivery().reason()).isEqualTo("target_closed");
        assertThat(steps.delivery().userAction().waitUntil()).isEqualTo(steps.in(Duration.ofMinutes(30)));
        assertThat(Steps.types(closed)).containsExactly(USER_ACTION_AWAITED);
    }

    @Test
    void theUserHasOneWaitHoweverOftenTheMessageIsRefused() {
        steps.openAndRefuse();
        Instant waitUntil = steps.delivery().userAction().waitUntil();
        steps.advance(Duration.ofMinutes(20));
        steps.resume();

        steps.report(Outcome.REFUSED, "target_closed");

        assertThat(steps.delivery().status()).isEqualTo(DeliveryStatus.AWAITING_USER_ACTION);
        assertThat(steps.delivery().userAction().waitUntil()).isEqualTo(waitUntil);
    }

    @ParameterizedTest
    @ValueSource(strings = {"target_suspended", "recipient_limit", "handle_changed"})
    void aRefusalThatTheUserCannotChangeIsTheEnd(String reason) {
        steps.open();

        Change<Verification> refused = steps.report(Outcome.REFUSED, reason);

        assertThat(steps.state().status()).isEqualTo(Status.FAILED);
        assertThat(steps.state().reason()).isEqualTo(reason);
        assertThat(steps.delivery().status()).isEqualTo(DeliveryStatus.UNDELIVERABLE);
        assertThat(steps.delivery().reason()).isEqualTo(reason);
        assertThat(Steps.types(refused)).containsExactly(FAILED);
    }

    @Test
    void aMissedDeadlineIsTheEnd() {
        steps.open();

        Change<Verification> missed = steps.report(Outcome.DEADLINE_MISSED, null);

        assertThat(steps.state().status()).isEqualTo(Status.FAILED);
        assertThat(steps.state().reason()).isEqualTo("deadline_missed");
        assertThat(steps.delivery().status()).isEqualTo(DeliveryStatus.DEADLINE_MISSED);
        assertThat(Steps.types(missed)).containsExactly(FAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sender_restricted", "target_closed"})
    void aRefusedSecondMessageLeavesTheFirstCodeAlone(String reason) {
        steps.openAndSend();
        steps.advance(Duration.ofSeconds(60));
        steps.resend();

        Change<Verification> refused = steps.report(Outcome.REFUSED, reason);

        assertThat(refused.isEmpty()).isFalse();
        assertThat(refused.events()).isEmpty();
        assertThat(steps.delivery().status()).isEqualTo(DeliveryStatus.SENT);
        assertThat(steps.delivery().reason()).isEqualTo(reason);
        assertThat(steps.check(RIGHT).result()).isInstanceOf(CheckResult.Approved.class);
    }

    @Test
    void aSecondMessageThatMissedItsDeadlineLeavesTheFirstCodeAlone() {
        steps.openAndSend();
        steps.advance(Duration.ofSeconds(60));
        steps.resend();

        steps.report(Outcome.DEADLINE_MISSED, null);

        assertThat(steps.delivery().status()).isEqualTo(DeliveryStatus.SENT);
        assertThat(steps.check(RIGHT).result()).isInstanceOf(CheckResult.Approved.class);
    }

    @Test
    void anOrderThatWasWithdrawnBecauseThePersonOptedOutEndsTheVerification() {
        steps.open();

        Change<Verification> withdrawn = steps.report(Outcome.WITHDRAWN, "opted_out");

        assertThat(steps.state().status()).isEqualTo(Status.FAILED);
        assertThat(steps.state().reason()).isEqualTo("opted_out");
        assertThat(steps.delivery().status()).isEqualTo(DeliveryStatus.WITHDRAWN);
        assertThat(Steps.types(withdrawn)).containsExactly(FAILED);
    }

    @Test
    void aWithdrawalForAnotherReasonLeavesAPendingVerificationToItsDeadline() {
        steps.open();

        assertThat(steps.report(Outcome.WITHDRAWN, null).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void aReportThatComesAfterTheEndChangesNothing(Outcome outcome) {
        steps.open();
        steps.cancel();

        assertThat(steps.report(outcome, null).isEmpty()).isTrue();
    }

    @Test
    void aReportThatComesBeforeTheEndIsTakenAlsoAfterTheDeadline() {
        // Given: the deadline has passed, and no sweep has ended the verification yet
        steps.open();
        steps.advance(HOUR);

        // When
        steps.report(Outcome.SENT, null);

        // Then
        assertThat(steps.state().status()).isEqualTo(Status.PENDING);
        assertThat(steps.delivery().status()).isEqualTo(DeliveryStatus.SENT);
    }

    @Test
    void theLatestHandleIsKept() {
        // Given
        steps.open();
        assertThat(steps.state().target()).isEqualTo(new Target(new Handle("alice"), null, null));
        steps.report(Outcome.SENT, null);
        Instant first = steps.now();
        steps.advance(Duration.ofSeconds(60));
        steps.resend();

        // When: X said so earlier
        steps.report(named("Old", first.minusSeconds(1)));

        // Then
        assertThat(steps.state().target()).isEqualTo(new Target(new Handle("Alice"), ALICE, first, true));
    }

    @Test
    void aHandleWithoutADateDoesNotReplaceADatedOne() {
        steps.openAndSend();
        steps.advance(Duration.ofSeconds(60));
        steps.resend();

        steps.report(named("Undated", null));

        assertThat(steps.state().target().handle()).isEqualTo(new Handle("Alice"));
    }

    @Test
    void aLaterHandleReplacesAnEarlierOne() {
        steps.openAndSend();
        steps.advance(Duration.ofSeconds(60));
        steps.resend();

        steps.report(named("Renamed", steps.now()));

        assertThat(steps.state().target()).isEqualTo(new Target(new Handle("Renamed"), ALICE, steps.now(), true));
    }

    private Change<Verification> report(int dispatch, Outcome outcome, @Nullable String reason, Instant at) {
        return steps.report(TestVerifications.report(dispatch, outcome, reason, at));
    }

    private DeliveryReport named(String handle, @Nullable Instant asOf) {
        return new DeliveryReport(2, Outcome.SENT, null, steps.now(), ALICE, new Handle(handle), asOf);
    }
}
