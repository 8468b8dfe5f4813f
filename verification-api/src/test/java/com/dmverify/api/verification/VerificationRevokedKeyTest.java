package com.dmverify.api.verification;

import static com.dmverify.api.verification.VerificationEvent.Type.EXPIRED;
import static com.dmverify.api.verification.VerificationEvent.Type.REQUESTED;
import static com.dmverify.api.verification.VerificationEvent.Type.REQUEUED;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.api.verification.DeliveryReport.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A check of a code whose key may have leaked costs no try. */
class VerificationRevokedKeyTest {

    private final Steps steps = new Steps();

    @Test
    void theNextCodeVersionIsSentAndNoTryIsUsed() {
        steps.openAndSend();

        Change<CheckResult> checked = steps.replaceCode("k2");

        assertThat(Steps.types(checked)).containsExactly(REQUESTED, REQUEUED);
        assertThat(checked.result()).isInstanceOf(CheckResult.CodeReplaced.class);
        assertThat(steps.state().code().version()).isEqualTo(2);
        assertThat(steps.state().code().keyId()).isEqualTo("k2");
        assertThat(steps.state().remaining().tries()).isEqualTo(5);
        assertThat(steps.state().remaining().sends()).isEqualTo(1);
    }

    @Test
    void whileTheNextCodeIsUnderWayNothingChanges() {
        steps.openAndSend();
        steps.replaceCode("k2");

        Change<CheckResult> again = steps.replaceCode("k3");

        assertThat(again.isEmpty()).isTrue();
        assertThat(again.result()).isInstanceOf(CheckResult.NotSentYet.class);
    }

    @Test
    void withoutAMessageLeftItEnds() {
        steps.openAndSend();
        for (int i = 0; i < 2; i++) {
            steps.advance(Duration.ofSeconds(61));
            steps.resend();
            steps.report(Outcome.SENT, null);
        }

        Change<CheckResult> checked = steps.replaceCode("k2");

        assertThat(Steps.types(checked)).containsExactly(EXPIRED);
        assertThat(checked.result()).isInstanceOf(CheckResult.Ended.class);
    }

    @Test
    void withoutAKeyItEndsUnlessTheChallengeLives() {
        steps.openAndSend();
        assertThat(Steps.types(steps.replaceCode(null))).containsExactly(EXPIRED);

        Steps auto = new Steps();
        auto.open(Mode.AUTO);
        auto.report(Outcome.SENT, null);
        assertThat(auto.replaceCode(null).isEmpty()).isTrue();
    }

    @Test
    void whatWaitedForTheUserIsSentWithTheNextCodeVersion() {
        steps.openAndRefuse();
        steps.advance(Duration.ofSeconds(1));

        steps.resume(steps.now(), "k2");

        assertThat(steps.state().code().keyId()).isEqualTo("k2");
        assertThat(steps.state().code().version()).isEqualTo(2);
    }
}
