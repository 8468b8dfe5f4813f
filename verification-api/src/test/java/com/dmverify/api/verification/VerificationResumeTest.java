package com.dmverify.api.verification;

import static com.dmverify.api.verification.VerificationEvent.Type.FAILED;
import static com.dmverify.api.verification.VerificationEvent.Type.REQUESTED;
import static com.dmverify.api.verification.VerificationEvent.Type.REQUEUED;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.api.verification.DeliveryReport.Outcome;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What an act of the user changes: a follow, or a message to the brand. */
class VerificationResumeTest {

    private static final Duration MORE_THAN_CLOCKS_DIFFER = Duration.ofMillis(5_001);

    private final Steps steps = new Steps();

    @Test
    void aMessageThatWaitsForTheUserIsSentAgain() {
        // Given
        steps.openAndRefuse();
        Instant waitUntil = steps.delivery().userAction().waitUntil();
        steps.advance(Duration.ofMinutes(20));

        // When
        Change<Verification> resumed = steps.resume();

        // Then
        assertThat(Steps.types(resumed)).containsExactly(REQUESTED, REQUEUED);
        assertThat(resumed.events().getLast().cause()).isEqualTo("followed");
        assertThat(steps.state().isQueued()).isTrue();
        assertThat(steps.delivery().reason()).isNull();
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
        assertThat(steps.delivery().userAction()).isEqualTo(new UserAction(waitUntil, 1, steps.now()));
        assertThat(steps.state().remaining()).isEqualTo(resumed.before().remaining());
    }

    @Test
    void aMessageThatIsQueuedAgainIsNotResumedTwice() {
        steps.openAndRefuse();
        steps.resume();

        assertThat(steps.resume().isEmpty()).isTrue();
    }

    @Test
    void aUserWhoKeepsActingCostsOnlySoManyCallsToX() {
        steps.openAndRefuse();
        for (int i = 0; i < 5; i++) {
            assertThat(steps.resume().isEmpty()).isFalse();
            steps.report(Outcome.REFUSED, DeliveryReport.TARGET_CLOSED);
        }

        assertThat(steps.resume().isEmpty()).isTrue();

        assertThat(steps.delivery().status()).isEqualTo(DeliveryStatus.AWAITING_USER_ACTION);
    }

    @Test
    void anActThatWasCountedIsNotCountedAgain() {
        // Given
        steps.openAndRefuse();
        Instant act = steps.now();
        assertThat(steps.resume(act).isEmpty()).isFalse();
        steps.report(Outcome.REFUSED, DeliveryReport.TARGET_CLOSED);

        // When, Then: the same act again, an earlier one that arrives late, and a new one
        assertThat(steps.resume(act).isEmpty()).isTrue();
        assertThat(steps.resume(act.minusSeconds(1)).isEmpty()).isTrue();
        assertThat(steps.resume(act.plusMillis(1)).isEmpty()).isFalse();
    }

    @Test
    void anActBeforeTheVerificationBeganDoesNotConcernIt() {
        Instant act = steps.now();
        steps.advance(MORE_THAN_CLOCKS_DIFFER);
        steps.openAndRefuse();

        assertThat(steps.resume(act).isEmpty()).isTrue();
    }

    @Test
    void anActIsCountedIfOnlyTheClocksDiffer() {
        Instant act = steps.now();
        steps.advance(MORE_THAN_CLOCKS_DIFFER.minusMillis(1));
        steps.openAndRefuse();

        assertThat(steps.resume(act).isEmpty()).isFalse();
    }

    @Test
    void aVerificationThatDoesNotWaitForTheUserIsNotResumed() {
        steps.openAndSend();

        assertThat(steps.resume().isEmpty()).isTrue();

        assertThat(steps.delivery().order().dispatch()).isEqualTo(1);
    }

    @Test
    void anActThatComesTooLateEndsTheVerification() {
        steps.openAndRefuse();
        steps.advance(Duration.ofMinutes(30));

        Change<Verification> late = steps.resume();

        assertThat(Steps.types(late)).containsExactly(FAILED);
        assertThat(steps.state().reason()).isEqualTo("user_action_timeout");
        assertThat(steps.delivery().order().dispatch()).isEqualTo(1);
    }

    @Test
    void anEndedVerificationIsNotResumed() {
        steps.openAndRefuse();
        steps.cancel();

        assertThat(steps.resume().isEmpty()).isTrue();
    }
}
