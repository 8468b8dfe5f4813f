package com.dmverify.api.verification;

import static com.dmverify.api.verification.TestVerifications.LIFE;
import static com.dmverify.api.verification.TestVerifications.RIGHT;
import static com.dmverify.api.verification.TestVerifications.WRONG;
import static com.dmverify.api.verification.VerificationEvent.Type.EXHAUSTED;
import static com.dmverify.api.verification.VerificationEvent.Type.EXPIRED;
import static com.dmverify.api.verification.VerificationEvent.Type.INCORRECT;
import static com.dmverify.api.verification.VerificationEvent.Type.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.api.TestPolicy;
import com.dmverify.api.verification.DeliveryReport.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a check of a code changes. */
class VerificationCheckTest {

    private final Steps steps = new Steps();

    @Test
    void aCodeBeforeTheMessageLeftIsNeitherComparedNorCounted() {
        steps.open();
        List<Code> compared = new ArrayList<>();

        Change<CheckResult> check =
                steps.state().check(compared::add, new Moment(steps.now(), TestPolicy.DEFAULT, null));

        assertThat(check.result()).isEqualTo(new CheckResult.NotSentYet(steps.state()));
        assertThat(check.isEmpty()).isTrue();
        assertThat(compared).isEmpty();
    }

    @Test
    void theRightCodeIsAccepted() {
        steps.openAndSend();
        steps.advance(Duration.ofSeconds(7));

        Change<CheckResult> check = steps.check(RIGHT);

        assertThat(check.result()).isEqualTo(new CheckResult.Approved(steps.state()));
        assertThat(steps.state().status()).isEqualTo(Status.VERIFIED);
        assertThat(steps.state().reason()).isNull();
        assertThat(steps.state().verifiedAt()).isEqualTo(steps.now());
        assertThat(steps.state().remaining().tries()).isEqualTo(5);
        assertThat(steps.delivery().status()).isEqualTo(DeliveryStatus.SENT);
        assertThat(Steps.types(check)).containsExactly(SUCCEEDED);
    }

    @Test
    void theRightCodeIsAcceptedOnce() {
        steps.openAndSend();
        steps.check(RIGHT);

        Change<CheckResult> second = steps.check(RIGHT);

        assertThat(second.result()).isEqualTo(new CheckResult.Ended(steps.state()));
        assertThat(second.isEmpty()).isTrue();
    }

    @Test
    void theCodeIsComparedUnderItsKeyAndVersion() {
        steps.openAndSend();
        List<Code> compared = new ArrayList<>();

        Change<CheckResult> check = steps.state()
                .check(
                        code -> {
                            compared.add(code);
                            return false;
                        },
                        new Moment(steps.now(), TestPolicy.DEFAULT, null));

        assertThat(check.result()).isInstanceOf(CheckResult.Incorrect.class);
        assertThat(compared).containsExactly(steps.state().code());
        assertThat(compared.getFirst().keyId()).isEqualTo("k1");
        assertThat(compared.getFirst().version()).isEqualTo(1);
    }

    @Test
    void wrongCodesAreCountedDownToTheEnd() {
        steps.openAndSend();
        for (int left = 4; left >= 1; left--) {
            Change<CheckResult> check = steps.check(WRONG);
            assertThat(check.result()).isEqualTo(new CheckResult.Incorrect(steps.state()));
            assertThat(Steps.types(check)).containsExactly(INCORRECT);
            assertThat(steps.state().remaining().tries()).isEqualTo(left);
            assertThat(steps.state().status()).isEqualTo(Status.PENDING);
        }

        Change<CheckResult> last = steps.check(WRONG);

        assertThat(last.result()).isEqualTo(new CheckResult.Incorrect(steps.state()));
        assertThat(steps.state().status()).isEqualTo(Status.EXHAUSTED);
        assertThat(steps.state().reason()).isNull();
        assertThat(steps.state().remaining().tries()).isZero();
        assertThat(Steps.types(last)).containsExactly(INCORRECT, EXHAUSTED);
        assertThat(steps.check(RIGHT).result()).isInstanceOf(CheckResult.Ended.class);
    }

    @Test
    void aCodeLivesUntilItsLastMillisecond() {
        steps.openAndSend();
        steps.advance(LIFE.minusMillis(1));

        assertThat(steps.check(WRONG).result()).isInstanceOf(CheckResult.Incorrect.class);
        assertThat(steps.check(RIGHT).result()).isInstanceOf(CheckResult.Approved.class);
    }

    @Test
    void theRightCodeThatComesTooLateEndsTheVerificationAsExpired() {
        steps.openAndSend();
        steps.advance(LIFE);

        Change<CheckResult> late = steps.check(RIGHT);

        assertThat(late.result()).isEqualTo(new CheckResult.Ended(steps.state()));
        assertThat(steps.state().status()).isEqualTo(Status.EXPIRED);
        assertThat(steps.state().reason()).isNull();
        assertThat(steps.state().remaining().tries()).isEqualTo(5);
        assertThat(steps.state().endedAt()).isEqualTo(steps.now());
        assertThat(Steps.types(late)).containsExactly(EXPIRED);
    }

    @Test
    void aMessageThatIsQueuedAgainIsWithdrawnWhenTheCodeIsAccepted() {
        steps.openAndSend();
        steps.advance(Duration.ofSeconds(60));
        steps.resend();

        steps.check(RIGHT);

        assertThat(steps.delivery().status()).isEqualTo(DeliveryStatus.WITHDRAWN);
    }

    @Test
    void aMessageThatIsQueuedAgainIsWithdrawnWhenTheTriesAreUsedUp() {
        steps.openAndSend();
        steps.advance(Duration.ofSeconds(60));
        steps.resend();

        for (int i = 0; i < 5; i++) {
            steps.check(WRONG);
        }

        assertThat(steps.state().status()).isEqualTo(Status.EXHAUSTED);
        assertThat(steps.delivery().status()).isEqualTo(DeliveryStatus.WITHDRAWN);
    }

    @Test
    void theTriesAreThoseOfTheVerificationNotOfTheCode() {
        // Given
        steps.openAndSend();
        steps.check(WRONG);
        steps.advance(LIFE.minusMinutes(1));

        // When
        steps.resend();
        steps.report(Outcome.SENT, null);

        // Then
        assertThat(steps.state().remaining().tries()).isEqualTo(4);
        assertThat(steps.check(RIGHT).result()).as("the old code").isInstanceOf(CheckResult.Incorrect.class);
        assertThat(steps.check("code-2").result()).isInstanceOf(CheckResult.Approved.class);
    }

    @Test
    void noCodeIsComparedWhileTheNextOneIsOnItsWay() {
        steps.openAndSend();
        steps.advance(LIFE.minusMinutes(1));
        steps.resend();

        assertThat(steps.check(RIGHT).result()).isInstanceOf(CheckResult.NotSentYet.class);
    }

    @Test
    void aCheckAfterACancelationChangesNothing() {
        steps.openAndSend();
        steps.cancel();

        Change<CheckResult> check = steps.check(RIGHT);

        assertThat(check.result()).isEqualTo(new CheckResult.Ended(steps.state()));
        assertThat(check.isEmpty()).isTrue();
    }
}
