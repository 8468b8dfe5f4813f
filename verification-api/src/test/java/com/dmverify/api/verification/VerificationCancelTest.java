package com.dmverify.api.verification;

import static com.dmverify.api.verification.TestVerifications.LIFE;
import static com.dmverify.api.verification.TestVerifications.RIGHT;
import static com.dmverify.api.verification.VerificationEvent.Type.CANCELED;
import static com.dmverify.api.verification.VerificationEvent.Type.EXPIRED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a cancelation by the platform changes. */
class VerificationCancelTest {

    private final Steps steps = new Steps();

    @Test
    void aPendingVerificationIsCanceled() {
        steps.openAndSend();

        Change<CancelResult> cancel = steps.cancel();

        assertThat(cancel.result()).isEqualTo(new CancelResult.Canceled(steps.state()));
        assertThat(steps.state().status()).isEqualTo(Status.CANCELED);
        assertThat(steps.state().reason()).isNull();
        assertThat(steps.state().endedAt()).isEqualTo(steps.now());
        assertThat(steps.delivery().status()).isEqualTo(DeliveryStatus.SENT);
        assertThat(Steps.types(cancel)).containsExactly(CANCELED);
    }

    @Test
    void cancelingTwiceIsCancelingOnce() {
        steps.openAndSend();
        steps.cancel();

        Change<CancelResult> second = steps.cancel();

        assertThat(second.result()).isEqualTo(new CancelResult.Canceled(steps.state()));
        assertThat(second.isEmpty()).isTrue();
    }

    @Test
    void aQueuedMessageIsWithdrawn() {
        steps.open();

        steps.cancel();

        assertThat(steps.delivery().status()).isEqualTo(DeliveryStatus.WITHDRAWN);
    }

    @Test
    void aMessageThatWaitsForTheUserIsWithdrawn() {
        steps.openAndRefuse();

        steps.cancel();

        assertThat(steps.delivery().status()).isEqualTo(DeliveryStatus.WITHDRAWN);
    }

    @Test
    void aVerifiedAccountIsNotCanceled() {
        steps.openAndSend();
        steps.check(RIGHT);

        Change<CancelResult> cancel = steps.cancel();

        assertThat(cancel.result()).isEqualTo(new CancelResult.Ended(steps.state()));
        assertThat(cancel.isEmpty()).isTrue();
    }

    @Test
    void aCancelationAfterTheDeadlineFindsTheVerificationExpired() {
        steps.openAndSend();
        steps.advance(LIFE);

        Change<CancelResult> late = steps.cancel();

        assertThat(late.result()).isEqualTo(new CancelResult.Ended(steps.state()));
        assertThat(Steps.types(late)).containsExactly(EXPIRED);
    }
}
