package com.dmverify.api.verification;

import static com.dmverify.api.verification.TestVerifications.ALICE;
import static com.dmverify.api.verification.TestVerifications.RIGHT;
import static com.dmverify.api.verification.TestVerifications.WRONG;
import static com.dmverify.api.verification.VerificationEvent.Type.EXPIRED;
import static com.dmverify.api.verification.VerificationEvent.Type.FAILED;
import static com.dmverify.api.verification.VerificationEvent.Type.OPENED;
import static com.dmverify.api.verification.VerificationEvent.Type.REQUESTED;
import static com.dmverify.api.verification.VerificationEvent.Type.SUCCEEDED;
import static com.dmverify.api.verification.VerificationEvent.Type.WRONG_ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.api.TestPolicy;
import com.dmverify.api.verification.DeliveryReport.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A verification that a code or a challenge proves (mode {@code auto}). */
class VerificationAutoTest {

    private static final UserId MALLORY = new UserId("2000000000000000004");
    private static final Duration LIFE = TestPolicy.DEFAULT.challengeLife();

    private final Steps steps = new Steps();

    @Test
    void bothWaysAreOpenFromTheStart() {
        Change<Verification> opened = steps.open(Mode.AUTO);

        assertThat(Steps.types(opened)).containsExactly(OPENED, REQUESTED);
        assertThat(steps.delivery().status()).isEqualTo(DeliveryStatus.QUEUED);
        assertThat(steps.state().expiresAt()).isEqualTo(steps.in(LIFE));
    }

    @Test
    void theChallengeWinsAndWithdrawsTheOrder() {
        steps.open(Mode.AUTO);

        assertThat(Steps.types(steps.prove(ALICE, "alice"))).containsExactly(SUCCEEDED);

        assertThat(steps.delivery().status()).isEqualTo(DeliveryStatus.WITHDRAWN);
        assertThat(steps.check(RIGHT).result()).isInstanceOf(CheckResult.Ended.class);
    }

    @Test
    void theCodeWinsAndEndsTheChallenge() {
        steps.open(Mode.AUTO);
        steps.report(Outcome.SENT, null);

        assertThat(steps.check(RIGHT).result()).isInstanceOf(CheckResult.Approved.class);

        assertThat(steps.prove(MALLORY, "mallory").result()).isEqualTo(ProofResult.NOT_CONCERNED);
        assertThat(steps.state().status()).isEqualTo(Status.VERIFIED);
    }

    @Test
    void itsEndIsTheLaterOfBoth() {
        // Given
        steps.open(Mode.AUTO);
        steps.advance(Duration.ofMinutes(2));
        steps.report(Outcome.SENT, null);
        assertThat(steps.state().expiresAt()).isEqualTo(steps.in(LIFE));
        assertThat(steps.deadline()).isEqualTo(steps.in(LIFE));

        // When: the challenge's life is over, the code's is not
        steps.advance(LIFE.minusMinutes(2));

        // Then
        assertThat(steps.expire().isEmpty()).isTrue();
        assertThat(steps.prove(ALICE, "alice").isEmpty()).isTrue();
        assertThat(steps.check(WRONG).result()).isInstanceOf(CheckResult.Incorrect.class);
        steps.advance(Duration.ofMinutes(2));
        assertThat(Steps.types(steps.expire())).containsExactly(EXPIRED);
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSED, rejected_request, UNDELIVERABLE, rejected_request",
        "DEADLINE_MISSED, , DEADLINE_MISSED, deadline_missed",
        "WITHDRAWN, opted_out, WITHDRAWN, opted_out"
    })
    void aMessageThatDoesNotComeEndsNothingWhileTheChallengeLives(
            Outcome outcome, String reason, DeliveryStatus delivery, String explained) {
        // Given
        steps.open(Mode.AUTO);

        // When
        Change<Verification> reported = steps.report(outcome, reason);

        // Then
        assertThat(Steps.types(reported)).isEmpty();
        assertThat(steps.state().status()).isEqualTo(Status.PENDING);
        assertThat(steps.delivery().status()).isEqualTo(delivery);
        assertThat(steps.delivery().reason()).isEqualTo(explained);
        assertThat(steps.deadline()).isEqualTo(steps.in(LIFE));
        assertThat(steps.resend().result()).isInstanceOf(ResendResult.NoSendsLeft.class);
        assertThat(steps.prove(ALICE, "alice").result()).isEqualTo(ProofResult.VERIFIED);
    }

    @Test
    void aReportThatDoesNotComeEndsNothingWhileTheChallengeLives() {
        // Given
        steps.open(Mode.AUTO);
        Duration given = TestPolicy.DEFAULT.sendWithin().plus(TestPolicy.DEFAULT.reportGrace());
        assertThat(steps.deadline()).isEqualTo(steps.in(given));
        steps.advance(given);

        // When
        Change<Verification> missed = steps.expire();

        // Then
        assertThat(Steps.types(missed)).isEmpty();
        assertThat(steps.state().status()).isEqualTo(Status.PENDING);
        assertThat(steps.delivery().status()).isEqualTo(DeliveryStatus.DEADLINE_MISSED);
        assertThat(steps.report(Outcome.SENT, null).isEmpty()).isTrue();
        steps.advance(LIFE.minus(given));
        assertThat(Steps.types(steps.expire())).containsExactly(EXPIRED);
    }

    @Test
    void afterTheChallengeAMessageThatDoesNotComeEndsIt() {
        steps.open(Mode.AUTO);
        steps.report(Outcome.REFUSED, DeliveryReport.TARGET_CLOSED);
        steps.advance(TestPolicy.DEFAULT.waitForUser());

        assertThat(Steps.types(steps.expire())).containsExactly(FAILED);

        assertThat(steps.state().reason()).isEqualTo("user_action_timeout");
    }

    @Test
    void aFollowSendsTheMessageAlsoAfterTheChallenge() {
        steps.open(Mode.AUTO);
        steps.report(Outcome.REFUSED, DeliveryReport.TARGET_CLOSED);
        steps.advance(LIFE);

        assertThat(Steps.types(steps.resume())).contains(REQUESTED);
    }

    @Test
    void aCodeWhoseLifeIsOverIsNotComparedWhileTheChallengeLives() {
        // Given: a shorter life than the challenge has
        steps.open(Mode.AUTO);
        steps.report(Outcome.SENT, null);
        Verification sent = steps.state();
        Verification shorter = sent.withCode(new Code("k1", 1, 6, LIFE, steps.in(Duration.ofMinutes(1))));
        Moment later = new Moment(steps.in(Duration.ofMinutes(1)), TestPolicy.DEFAULT, null);

        // When
        Change<CheckResult> checked = shorter.check(code -> true, later);

        // Then
        assertThat(checked.result()).isInstanceOf(CheckResult.CodeOver.class);
        assertThat(checked.isEmpty()).isTrue();
    }

    @Test
    void noEndsItAndWithdrawsTheOrder() {
        steps.open(Mode.AUTO);

        steps.optOut(OptOut.Kind.DECLINED, steps.now());

        assertThat(steps.state().reason()).isEqualTo("declined");
        assertThat(steps.delivery().status()).isEqualTo(DeliveryStatus.WITHDRAWN);
        assertThat(steps.delivery().reason()).isEqualTo("declined");
    }

    @Test
    void withoutAMessageOnlyTheChallengeIsLeft() {
        Change<Verification> opened = steps.openWithoutMessage();

        assertThat(Steps.types(opened)).containsExactly(OPENED);
        assertThat(steps.delivery().status()).isEqualTo(DeliveryStatus.NONE);
        assertThat(steps.check(RIGHT).result()).isInstanceOf(CheckResult.NotSentYet.class);
        steps.advance(Duration.ofMinutes(2));
        assertThat(steps.resend().result()).isInstanceOf(ResendResult.NoSendsLeft.class);
        assertThat(steps.resume().isEmpty()).isTrue();
        assertThat(steps.prove(ALICE, "alice").result()).isEqualTo(ProofResult.VERIFIED);
    }

    @Test
    void theReportOfTheMessageSettlesAnUnnamedClaim() {
        // Given
        steps.open(Mode.AUTO);
        assertThat(steps.prove(ALICE, null).result()).isEqualTo(ProofResult.LOOKING_UP);
        assertThat(steps.delivery().order().dispatch()).isEqualTo(1);

        // When
        steps.report(Outcome.SENT, null);

        // Then
        assertThat(steps.state().status()).isEqualTo(Status.VERIFIED);
    }

    @Test
    void aReportThatNamesNobodyLeavesTheClaimToALookUp() {
        // Given
        steps.open(Mode.AUTO);
        steps.prove(MALLORY, null);

        // When
        Change<Verification> missed =
                steps.report(new DeliveryReport(1, Outcome.DEADLINE_MISSED, null, steps.now(), null, null, null));

        // Then
        assertThat(Steps.types(missed)).containsExactly(REQUESTED);
        assertThat(steps.delivery().order().isLookUp()).isTrue();
        assertThat(steps.delivery().status()).isEqualTo(DeliveryStatus.DEADLINE_MISSED);
        assertThat(Steps.types(steps.report(Outcome.RESOLVED, null))).containsExactly(WRONG_ACCOUNT);
        assertThat(steps.state().status()).isEqualTo(Status.PENDING);
    }

    @Test
    void aReportThatTheMessageIsUnconfirmedKeepsBothWays() {
        steps.open(Mode.AUTO);
        steps.report(Outcome.UNCONFIRMED, null);

        assertThat(steps.deadline()).isEqualTo(steps.in(LIFE));
        assertThat(steps.prove(ALICE, "alice").result()).isEqualTo(ProofResult.VERIFIED);
    }
}
