package com.dmverify.api.verification;

import static com.dmverify.api.verification.OptOut.Kind.DECLINED;
import static com.dmverify.api.verification.OptOut.Kind.OPTED_OUT;
import static com.dmverify.api.verification.TestVerifications.LIFE;
import static com.dmverify.api.verification.TestVerifications.RIGHT;
import static com.dmverify.api.verification.VerificationEvent.Type.EXPIRED;
import static com.dmverify.api.verification.VerificationEvent.Type.FAILED;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.api.verification.DeliveryReport.Outcome;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a person's "it was not me" or "no more messages" changes. */
class VerificationOptOutTest {

    private final Steps steps = new Steps();

    @Test
    void anOptOutEndsAVerificationThatWaitsForTheUser() {
        // Given
        steps.openAndRefuse();

        // When
        Change<OptOutResult> optOut = steps.optOut(OPTED_OUT, steps.now());

        // Then
        assertThat(optOut.result()).isEqualTo(OptOutResult.ENDED);
        assertThat(steps.state().status()).isEqualTo(Status.FAILED);
        assertThat(steps.state().reason()).isEqualTo("opted_out");
        assertThat(steps.delivery().status()).isEqualTo(DeliveryStatus.WITHDRAWN);
        assertThat(steps.delivery().reason()).isEqualTo("opted_out");
        assertThat(Steps.types(optOut)).containsExactly(FAILED);
        assertThat(steps.resume().isEmpty()).isTrue();
        assertThat(steps.deadline()).isNull();
    }

    @Test
    void aQueuedMessageIsWithdrawn() {
        steps.open();

        steps.optOut(DECLINED, steps.now());

        assertThat(steps.delivery().status()).isEqualTo(DeliveryStatus.WITHDRAWN);
        assertThat(steps.delivery().reason()).isEqualTo("declined");
    }

    @Test
    void aCodeThatIsOutIsOfNoUseAfterAnOptOut() {
        steps.openAndSend();

        steps.optOut(DECLINED, steps.now());

        assertThat(steps.state().reason()).isEqualTo("declined");
        assertThat(steps.delivery().status()).isEqualTo(DeliveryStatus.SENT);
        assertThat(steps.delivery().reason()).isNull();
        assertThat(steps.check(RIGHT).result()).isInstanceOf(CheckResult.Ended.class);
        assertThat(steps.resend().result()).isInstanceOf(ResendResult.Ended.class);
    }

    @Test
    void aReportThatComesAfterAnOptOutChangesNothing() {
        steps.open();
        steps.optOut(DECLINED, steps.now());

        assertThat(steps.report(Outcome.SENT, null).isEmpty()).isTrue();
    }

    @Test
    void anOptOutThatComesTwiceEndsOnce() {
        steps.open();
        steps.optOut(DECLINED, steps.now());

        Change<OptOutResult> again = steps.optOut(OPTED_OUT, steps.now());

        assertThat(again.result()).isEqualTo(OptOutResult.ENDED_BEFORE);
        assertThat(again.isEmpty()).isTrue();
        assertThat(steps.state().reason()).isEqualTo("declined");
    }

    @Test
    void anOptOutDoesNotConcernWhatBeganLater() {
        Instant said = steps.now();
        steps.advance(Duration.ofMillis(5_001));
        steps.open();

        Change<OptOutResult> optOut = steps.optOut(OPTED_OUT, said);

        assertThat(optOut.result()).isEqualTo(OptOutResult.NOT_CONCERNED);
        assertThat(optOut.isEmpty()).isTrue();
    }

    @Test
    void anOptOutConcernsWhatMayHaveBegunLaterOnlyBecauseTheClocksDiffer() {
        Instant said = steps.now();
        steps.advance(Duration.ofSeconds(5));
        steps.open();

        assertThat(steps.optOut(OPTED_OUT, said).result()).isEqualTo(OptOutResult.ENDED);
    }

    @Test
    void aVerifiedAccountStaysVerified() {
        steps.openAndSend();
        steps.check(RIGHT);

        assertThat(steps.optOut(DECLINED, steps.now()).result()).isEqualTo(OptOutResult.DISPUTED);

        assertThat(steps.state().status()).isEqualTo(Status.VERIFIED);
    }

    @Test
    void anOptOutAfterTheDeadlineFindsTheVerificationExpired() {
        steps.openAndSend();
        steps.advance(LIFE);

        Change<OptOutResult> late = steps.optOut(DECLINED, steps.now());

        assertThat(late.result()).isEqualTo(OptOutResult.ENDED_BEFORE);
        assertThat(Steps.types(late)).containsExactly(EXPIRED);
        assertThat(steps.state().status()).isEqualTo(Status.EXPIRED);
    }
}
