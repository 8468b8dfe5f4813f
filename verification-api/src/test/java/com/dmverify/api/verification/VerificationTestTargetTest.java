package com.dmverify.api.verification;

import static com.dmverify.api.verification.VerificationEvent.Type.CODE_SENT;
import static com.dmverify.api.verification.VerificationEvent.Type.FAILED;
import static com.dmverify.api.verification.VerificationEvent.Type.OPENED;
import static com.dmverify.api.verification.VerificationEvent.Type.REQUEUED;
import static com.dmverify.api.verification.VerificationEvent.Type.USER_ACTION_AWAITED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Verifications of test keys: nothing is ordered, and what becomes of the message follows from the target. */
class VerificationTestTargetTest {

    private static final Duration SLOW = Duration.ofSeconds(30);
    private static final Duration COOL_DOWN = Duration.ofSeconds(61);

    private final Steps steps = new Steps();

    @Test
    void aDeliveredMessageIsSentAtOnceAndIsNoOrder() {
        Change<Verification> opened = steps.open(TestTarget.DELIVERED);

        assertThat(Steps.types(opened)).containsExactly(OPENED, CODE_SENT);
        assertThat(steps.delivery().status()).isEqualTo(DeliveryStatus.SENT);
        assertThat(steps.state().code().expiresAt()).isEqualTo(steps.in(TestVerifications.LIFE));
        assertThat(steps.state().target().userId())
                .isEqualTo(TestTarget.DELIVERED.target().userId());
    }

    @Test
    void aClosedTargetAwaitsTheUser() {
        Change<Verification> opened = steps.open(TestTarget.CLOSED);

        assertThat(Steps.types(opened)).containsExactly(OPENED, USER_ACTION_AWAITED);
        assertThat(steps.delivery().reason()).isEqualTo(DeliveryReport.TARGET_CLOSED);
    }

    @Test
    void aSuspendedTargetFails() {
        Change<Verification> opened = steps.open(TestTarget.SUSPENDED);

        assertThat(Steps.types(opened)).containsExactly(OPENED, FAILED);
        assertThat(steps.state().reason()).isEqualTo("target_suspended");
    }

    @Test
    void aSlowMessageWaitsInTheQueueUntilItsInstant() {
        assertThat(Steps.types(steps.open(TestTarget.SLOW))).containsExactly(OPENED);
        assertThat(steps.deadline()).isEqualTo(steps.in(SLOW));

        steps.advance(SLOW.minusMillis(1));
        assertThat(steps.expire().isEmpty()).isTrue();
        steps.advance(Duration.ofMillis(1));
        assertThat(Steps.types(steps.expire())).containsExactly(CODE_SENT);
    }

    @Test
    void aSlowMessageThatIsLookedAtLateIsNotGivenUp() {
        steps.open(TestTarget.SLOW);
        steps.advance(Duration.ofMinutes(9));

        assertThat(steps.cancel().result()).isInstanceOf(CancelResult.Canceled.class);
        assertThat(steps.state().status()).isEqualTo(Status.CANCELED);
    }

    @Test
    void aCheckOfASlowResendKeepsTheEventsInOrder() {
        steps.open(TestTarget.SLOW);
        steps.advance(SLOW);
        steps.expire();
        steps.advance(COOL_DOWN);
        assertThat(Steps.types(steps.resend())).containsExactly(REQUEUED);
        steps.advance(SLOW);

        steps.check(TestVerifications.WRONG);
        assertThat(steps.deadline()).isEqualTo(steps.now());
        assertThat(Steps.types(steps.expire())).containsExactly(CODE_SENT);
    }

    @Test
    void aMessageThatIsAskedForAgainArrivesAgain() {
        steps.open(TestTarget.DELIVERED);
        steps.advance(COOL_DOWN);

        assertThat(Steps.types(steps.resend())).containsExactly(REQUEUED, CODE_SENT);
        assertThat(steps.delivery().order().dispatch()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(TestTarget.class)
    void aTestIsNotItsTenants(TestTarget target) {
        steps.open(target);

        assertThat(steps.state().belongsTo(TestVerifications.TENANT)).isFalse();
        assertThat(steps.state().belongsTo(Request.owner(TestVerifications.TENANT, true)))
                .isTrue();
    }
}
