package com.dmverify.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.cli.story.Http.Answer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HappyPathIT {

    private final SharedDeployment deployment = SharedDeployment.shared();

    @Test
    void aPersonProvesThatAnAccountIsTheirs() {
        // Given
        XUser user = deployment.aFollower();
        Applicant applicant = deployment.anApplicant().asksToVerify(user.handle());

        // When
        Answer result = applicant.types(user.readsTheCode());

        // Then
        assertThat(result.status()).isEqualTo(200);
        assertThat(result.text("/result")).isEqualTo("approved");
        assertThat(result.text("/target/user_id")).isEqualTo(user.id());
        deployment.events.await(applicant.verification(), "VerificationOpened", "CodeSent", "VerificationSucceeded");
        assertThat(user.inbox()).hasSize(1);
    }

    @Test
    void aResendAfterTheCoolDownRepeatsTheMessage() {
        // Given
        XUser user = deployment.aFollower();
        Applicant applicant = deployment.anApplicant().asksToVerify(user.handle());
        String code = user.readsTheCode();
        applicant.sees("/delivery/status", "sent");
        assertThat(applicant.asksForTheMessageAgain().status()).isEqualTo(429);

        // When
        deployment.clock.ahead(Duration.ofSeconds(61), () -> {
            assertThat(applicant.asksForTheMessageAgain().status()).isEqualTo(202);
            applicant.sees("/delivery/status", "sent");
        });

        // Then
        assertThat(user.inbox()).hasSize(2).allMatch(text -> text.contains(code));
        assertThat(applicant.types(code).text("/result")).isEqualTo("approved");
        assertThat(deployment.sandbox.duplicates()).isZero();
    }
}
