package com.dmverify.api.verification;

import static com.dmverify.api.verification.TestVerifications.LIFE;
import static com.dmverify.api.verification.TestVerifications.RIGHT;
import static com.dmverify.api.verification.VerificationEvent.Type.CODE_SENT;
import static com.dmverify.api.verification.VerificationEvent.Type.DELIVERY_UNCONFIRMED;
import static com.dmverify.api.verification.VerificationEvent.Type.FAILED;
import static com.dmverify.api.verification.VerificationEvent.Type.USER_ACTION_AWAITED;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.api.verification.DeliveryReport.Outcome;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What happens when X may have accepted a message although nothing confirms it. */
class VerificationUnconfirmedTest {

    private final Steps steps = new Steps();

    @Test
    void theUserCanTypeTheCodeBeforeTheFinalReport() {
        steps.open();
        Instant called = steps.now();
        steps.advance(Duration.ofSeconds(4));

        Change<Verification> interim = report(1, Outcome.UNCONFIRMED, null, called, true);

        assertThat(Steps.types(interim)).containsExactly(DELIVERY_UNCONFIRMED);
        assertThat(steps.delivery().status()).isEqualTo(DeliveryStatus.UNCONFIRMED);
        assertThat(steps.state().code().expiresAt()).isEqualTo(called.plus(LIFE));
        assertThat(steps.resend().result()).isInstanceOf(ResendResult.NotSentYet.class);
        assertThat(steps.check(RIGHT).result()).isInstanceOf(CheckResult.Approved.class);
    }

    @Test
    void anInterimReportCountsOnceAndNeverAfterTheFinalOne() {
        steps.open();
        report(1, Outcome.UNCONFIRMED, null, steps.now(), true);
        assertThat(report(1, Outcome.UNCONFIRMED, null, steps.now(), true).isEmpty())
                .isTrue();

        Change<Verification> sent = report(1, Outcome.SENT, null, steps.now(), false);

        assertThat(Steps.types(sent)).containsExactly(CODE_SENT);
        assertThat(report(1, Outcome.UNCONFIRMED, null, steps.now(), true).isEmpty())
                .isTrue();
        assertThat(steps.delivery().status()).isEqualTo(DeliveryStatus.SENT);
    }

    @Test
    void aConfirmationDoesNotMoveTheEndOfTheLife() {
        steps.open();
        report(1, Outcome.UNCONFIRMED, null, steps.now(), true);
        Instant end = steps.in(LIFE);
        steps.advance(Duration.ofSeconds(30));

        report(1, Outcome.SENT, null, steps.now(), false);

        assertThat(steps.state().code().expiresAt()).isEqualTo(end);
    }

    @Test
    void aFinalReportThatLeavesItInDoubtKeepsTheChecksOpen() {
        steps.open();

        Change<Verification> missed = report(1, Outcome.DEADLINE_MISSED, null, steps.now(), true);

        assertThat(Steps.types(missed)).containsExactly(DELIVERY_UNCONFIRMED);
        assertThat(steps.state().status()).isEqualTo(Status.PENDING);
        assertThat(steps.deadline()).isEqualTo(steps.in(LIFE));
        steps.advance(Duration.ofMinutes(1));
        assertThat(steps.resend().result()).isInstanceOf(ResendResult.Queued.class);
    }

    @Test
    void aMessageThatSurelyDidNotLeaveEndsTheVerificationAfterAll() {
        steps.open();
        report(1, Outcome.UNCONFIRMED, null, steps.now(), true);

        Change<Verification> refused = report(1, Outcome.REFUSED, "target_suspended", steps.now(), false);

        assertThat(Steps.types(refused)).containsExactly(FAILED);
        assertThat(steps.delivery().status()).isEqualTo(DeliveryStatus.UNDELIVERABLE);
        assertThat(steps.state().code().isOut()).isFalse();
    }

    @Test
    void aMessageThatSurelyDidNotLeaveMayWaitForTheUser() {
        steps.open();
        report(1, Outcome.UNCONFIRMED, null, steps.now(), true);

        Change<Verification> refused = report(1, Outcome.REFUSED, DeliveryReport.TARGET_CLOSED, steps.now(), false);

        assertThat(Steps.types(refused)).containsExactly(USER_ACTION_AWAITED);
        assertThat(steps.check(RIGHT).result()).isInstanceOf(CheckResult.NotSentYet.class);
    }

    @Test
    void aRepeatThatSurelyDidNotLeaveDoesNotTakeTheFirstCodeAway() {
        steps.openAndSend();
        Instant end = steps.in(LIFE);
        steps.advance(Duration.ofMinutes(1));
        steps.resend();
        report(2, Outcome.UNCONFIRMED, null, steps.now(), true);

        report(2, Outcome.REFUSED, "target_suspended", steps.now(), false);

        assertThat(steps.delivery().status()).isEqualTo(DeliveryStatus.SENT);
        assertThat(steps.state().code().expiresAt()).isEqualTo(end);
    }

    private Change<Verification> report(
            int dispatch, Outcome outcome, @Nullable String reason, Instant at, boolean mayBeOut) {
        return steps.report(new DeliveryReport(dispatch, outcome, reason, at, null, null, null, mayBeOut));
    }
}
