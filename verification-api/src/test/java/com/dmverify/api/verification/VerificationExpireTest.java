package com.dmverify.api.verification;

import static com.dmverify.api.verification.TestVerifications.LIFE;
import static com.dmverify.api.verification.VerificationEvent.Type.EXPIRED;
import static com.dmverify.api.verification.VerificationEvent.Type.FAILED;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.api.TestPolicy;
import com.dmverify.api.verification.DeliveryReport.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How a verification ends by itself, and when. */
class VerificationExpireTest {

    private static final Duration SEND_WITHIN = Duration.ofMinutes(5);
    private static final Duration GRACE = TestPolicy.DEFAULT.reportGrace();
    private static final Duration WAIT_FOR_USER = Duration.ofMinutes(30);

    private final Steps steps = new Steps();

    @Test
    void aSenderThatNeverReportsIsWaitedForUntilTheGraceIsOver() {
        // Given
        steps.open();
        assertThat(steps.deadline()).isEqualTo(steps.in(SEND_WITHIN.plus(GRACE)));
        steps.advance(SEND_WITHIN.plus(GRACE).minusMillis(1));
        assertThat(steps.expire().isEmpty()).isTrue();
        steps.advance(Duration.ofMillis(1));

        // When
        Change<Verification> ended = steps.expire();

        // Then
        assertThat(steps.state().status()).isEqualTo(Status.FAILED);
        assertThat(steps.state().reason()).isEqualTo("deadline_missed");
        assertThat(steps.delivery().status()).isEqualTo(DeliveryStatus.DEADLINE_MISSED);
        assertThat(Steps.types(ended)).containsExactly(FAILED);
        assertThat(steps.deadline()).isNull();
    }

    @Test
    void aUserIsNotWaitedForForEver() {
        // Given
        steps.openAndRefuse();
        assertThat(steps.deadline()).isEqualTo(steps.in(WAIT_FOR_USER));
        steps.advance(WAIT_FOR_USER.minusMillis(1));
        assertThat(steps.expire().isEmpty()).isTrue();
        steps.advance(Duration.ofMillis(1));

        // When
        Change<Verification> ended = steps.expire();

        // Then
        assertThat(steps.state().status()).isEqualTo(Status.FAILED);
        assertThat(steps.state().reason()).isEqualTo("user_action_timeout");
        assertThat(steps.delivery().status()).isEqualTo(DeliveryStatus.UNDELIVERABLE);
        assertThat(Steps.types(ended)).containsExactly(FAILED);
    }

    @Test
    void aCodeExpiresWithoutACheck() {
        // Given
        steps.openAndSend();
        assertThat(steps.deadline()).isEqualTo(steps.in(LIFE));
        steps.advance(LIFE.minusMillis(1));
        assertThat(steps.expire().isEmpty()).isTrue();
        steps.advance(Duration.ofMillis(1));

        // When
        Change<Verification> ended = steps.expire();

        // Then
        assertThat(steps.state().status()).isEqualTo(Status.EXPIRED);
        assertThat(steps.state().reason()).isNull();
        assertThat(steps.delivery().status()).isEqualTo(DeliveryStatus.SENT);
        assertThat(Steps.types(ended)).containsExactly(EXPIRED);
    }

    @Test
    void aMessageThatIsQueuedAgainIsWithdrawnWhenTheCodeExpires() {
        steps.openAndSend();
        steps.advance(Duration.ofSeconds(60));
        steps.resend();
        steps.advance(LIFE);

        steps.expire();

        assertThat(steps.state().status()).isEqualTo(Status.EXPIRED);
        assertThat(steps.delivery().status()).isEqualTo(DeliveryStatus.WITHDRAWN);
    }

    @Test
    void theDeadlineOfANewCodeIsThatOfItsOrderUntilItIsSent() {
        // Given
        steps.openAndSend();
        steps.advance(LIFE.minusMinutes(1));

        // When
        steps.resend();

        // Then
        assertThat(steps.deadline()).isEqualTo(steps.in(SEND_WITHIN.plus(GRACE)));
        steps.report(Outcome.SENT, null);
        assertThat(steps.deadline()).isEqualTo(steps.in(LIFE));
    }

    @Test
    void aVerificationExpiresOnce() {
        steps.openAndSend();
        steps.advance(LIFE);
        steps.expire();

        assertThat(steps.expire().isEmpty()).isTrue();
    }
}
