package com.dmverify.api.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The person has another handle before the proof. */
class VerificationHandleChangedTest {

    private final Steps steps = new Steps();

    @Test
    void whatWasClaimedByTheOldHandleFailsAtOnce() {
        steps.openAndSend();
        steps.advance(Duration.ofSeconds(1));

        Change<Verification> changed = steps.handleChanged("alice_moved", steps.now());

        assertThat(Steps.types(changed)).containsExactly(VerificationEvent.Type.FAILED);
        assertThat(steps.state().reason()).isEqualTo("handle_changed");
        assertThat(steps.handleChanged("alice_again", steps.now()).isEmpty()).isTrue();
    }

    @Test
    void whatWasClaimedByIdLearnsTheHandle() {
        steps.open(Mode.DM_OUT, new Target(null, TestVerifications.ALICE));
        steps.report(DeliveryReport.Outcome.SENT, null);
        steps.advance(Duration.ofSeconds(1));

        Change<Verification> changed = steps.handleChanged("alice_moved", steps.now());

        assertThat(changed.events()).isEmpty();
        assertThat(steps.state().status()).isEqualTo(Status.PENDING);
        assertThat(String.valueOf(steps.state().target().handle())).contains("alice_moved");
        assertThat(steps.state().target().handleAsOf()).isEqualTo(steps.now());
    }

    @Test
    void theSameHandleInOtherLettersAndAnEarlierChangeAreNone() {
        steps.openAndSend();

        assertThat(steps.handleChanged("ALICE", steps.now()).isEmpty()).isTrue();
        assertThat(steps.handleChanged("alice_before", steps.now().minusMillis(1))
                        .isEmpty())
                .isTrue();
    }
}
