package com.dmverify.api.verification;

import static com.dmverify.api.verification.TestVerifications.LIFE;
import static com.dmverify.api.verification.TestVerifications.RIGHT;
import static com.dmverify.api.verification.VerificationEvent.Type.EXPIRED;
import static com.dmverify.api.verification.VerificationEvent.Type.FAILED;
import static com.dmverify.api.verification.VerificationEvent.Type.REQUESTED;
import static com.dmverify.api.verification.VerificationEvent.Type.REQUEUED;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.api.verification.DeliveryReport.Outcome;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What asking for the message again changes. */
class VerificationResendTest {

    private static final Duration COOL_DOWN = Duration.ofSeconds(60);
    private static final Duration FRESH_CODE_BELOW = Duration.ofMinutes(2);

    private final Steps steps = new Steps();

    @Test
    void theMessageIsSentAgainWithTheSameCodeAndTheSameEnd() {
        // Given
        steps.openAndSend();
        Code code = steps.state().code();
        steps.advance(COOL_DOWN);

        // When
        Change<ResendResult> resend = steps.resend();

        // Then
        assertThat(resend.result()).isEqualTo(new ResendResult.Queued(steps.state()));
        assertThat(Steps.types(resend)).containsExactly(REQUESTED, REQUEUED);
        assertThat(resend.events().getLast().cause()).isEqualTo("resend");
        assertThat(steps.state().isQueued()).isTrue();
        assertThat(steps.state().code()).isEqualTo(code);
        assertThat(steps.delivery().order())
                .isEqualTo(new Order(
                        2,
                        true,
                        steps.now(),
                        steps.in(Duration.ofMinutes(5)),
                        steps.in(Duration.ofMinutes(7)),
                        1,
                        false,
                        null));
        assertThat(steps.state().remaining()).isEqualTo(new Remaining(5, 1, steps.in(COOL_DOWN)));
        assertThat(steps.check(RIGHT).result()).isInstanceOf(CheckResult.Approved.class);
    }

    @Test
    void theNextMessageIsRefusedUntilTheCoolDownIsOver() {
        steps.openAndSend();
        Instant end = steps.in(COOL_DOWN);
        steps.advance(COOL_DOWN.minusMillis(1));

        Change<ResendResult> early = steps.resend();

        assertThat(early.result()).isEqualTo(new ResendResult.CoolDown(end));
        assertThat(early.isEmpty()).isTrue();
        steps.advance(Duration.ofMillis(1));
        assertThat(steps.resend().result()).isInstanceOf(ResendResult.Queued.class);
    }

    @Test
    void noMessageIsOrderedWhileOneIsOnItsWay() {
        steps.openAndSend();
        steps.advance(COOL_DOWN);
        steps.resend();
        steps.advance(COOL_DOWN);

        Change<ResendResult> second = steps.resend();

        assertThat(second.result()).isEqualTo(new ResendResult.NotSentYet(steps.state()));
        assertThat(second.isEmpty()).isTrue();
    }

    @Test
    void threeMessagesAreAll() {
        steps.openAndSend();
        for (int i = 0; i < 2; i++) {
            steps.advance(COOL_DOWN);
            assertThat(steps.resend().result()).isInstanceOf(ResendResult.Queued.class);
            steps.report(Outcome.SENT, null);
        }
        steps.advance(COOL_DOWN);

        Change<ResendResult> fourth = steps.resend();

        assertThat(fourth.result()).isEqualTo(new ResendResult.NoSendsLeft());
        assertThat(fourth.isEmpty()).isTrue();
    }

    @Test
    void aCodeWithLessThanTwoMinutesLeftIsReplacedByANewOne() {
        // Given
        steps.openAndSend();
        steps.advance(LIFE.minus(FRESH_CODE_BELOW).plusMillis(1));

        // When
        steps.resend();

        // Then
        assertThat(steps.state().code()).isEqualTo(new Code("k2", 2, 6, LIFE, null));
        assertThat(steps.delivery().order())
                .isEqualTo(new Order(
                        2,
                        false,
                        steps.now(),
                        steps.in(Duration.ofMinutes(5)),
                        steps.in(Duration.ofMinutes(7)),
                        1,
                        false,
                        null));
        steps.report(Outcome.SENT, null);
        assertThat(steps.state().code().expiresAt()).isEqualTo(steps.in(LIFE));
        assertThat(steps.check(RIGHT).result()).isInstanceOf(CheckResult.Incorrect.class);
        assertThat(steps.check("code-2").result()).isInstanceOf(CheckResult.Approved.class);
    }

    @Test
    void aCodeWithTwoMinutesLeftIsRepeated() {
        steps.openAndSend();
        steps.advance(LIFE.minus(FRESH_CODE_BELOW));

        steps.resend();

        assertThat(steps.state().code().version()).isEqualTo(1);
        assertThat(steps.delivery().order().again()).isTrue();
    }

    @Test
    void aRepeatedCodeIsNotSentWithLessThanAMinuteLeft() {
        steps.openAndSend();
        Instant end = steps.state().code().expiresAt();
        steps.advance(LIFE.minusMinutes(3));

        steps.resend();

        assertThat(steps.delivery().order().again()).isTrue();
        assertThat(steps.delivery().order().deadline()).isEqualTo(end.minusSeconds(60));
    }

    @Test
    void aMessageThatWaitsForTheUserIsSentAgainWithoutAnAct() {
        steps.openAndRefuse();
        steps.advance(COOL_DOWN);

        assertThat(steps.resend().result()).isInstanceOf(ResendResult.Queued.class);

        assertThat(steps.delivery().order().again()).isFalse();
        assertThat(steps.state().code().version()).isEqualTo(1);
    }

    @Test
    void noMessageIsSentAgainToAPersonWhoOptedOut() {
        steps.openAndSend();
        steps.advance(COOL_DOWN);

        Change<ResendResult> refused = steps.resendToAPersonWhoOptedOut();

        assertThat(refused.result()).isEqualTo(new ResendResult.OptedOut(steps.state()));
        assertThat(refused.isEmpty()).isTrue();
    }

    @Test
    void aResendAfterTheCodeExpiredEndsTheVerification() {
        steps.openAndSend();
        steps.advance(LIFE);

        Change<ResendResult> late = steps.resend();

        assertThat(late.result()).isEqualTo(new ResendResult.Ended(steps.state()));
        assertThat(Steps.types(late)).containsExactly(EXPIRED);
    }

    @Test
    void aResendAfterTheWaitForTheUserEndsTheVerification() {
        steps.openAndRefuse();
        steps.advance(Duration.ofMinutes(30));

        assertThat(Steps.types(steps.resend())).containsExactly(FAILED);

        assertThat(steps.state().reason()).isEqualTo("user_action_timeout");
    }

    @Test
    void anEndedVerificationSendsNothing() {
        steps.openAndSend();
        steps.cancel();
        steps.advance(COOL_DOWN);

        Change<ResendResult> resend = steps.resend();

        assertThat(resend.result()).isEqualTo(new ResendResult.Ended(steps.state()));
        assertThat(resend.isEmpty()).isTrue();
    }
}
