package com.dmverify.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ExpiryIT {

    private final SharedDeployment deployment = SharedDeployment.shared();

    @Test
    void aCodeExpiresAfterTenMinutes() {
        // Given
        XUser user = deployment.aFollower();
        Applicant applicant = deployment.anApplicant().asksToVerify(user.handle());
        String code = user.readsTheCode();
        applicant.sees("/delivery/status", "sent");

        // When
        deployment.clock.ahead(Duration.ofMinutes(10).plusSeconds(1), () -> {

            // Then
            assertThat(applicant.types(code).text("/code")).isEqualTo("expired");
        });
        deployment.events.await(applicant.verification(), "VerificationOpened", "CodeSent", "VerificationExpired");
    }

    @Test
    void aVerificationExpiresWithoutACheck() {
        XUser user = deployment.aFollower();
        Applicant applicant = deployment.anApplicant().asksToVerify(user.handle());
        applicant.sees("/delivery/status", "sent");

        deployment.clock.ahead(Duration.ofMinutes(10).plusSeconds(1), () -> applicant.sees("/status", "expired"));

        deployment.events.await(applicant.verification(), "VerificationOpened", "CodeSent", "VerificationExpired");
    }
}
