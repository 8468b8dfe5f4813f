package com.dmverify.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ExpiryIT {

    private final World world = World.shared();

    @Test
    void aCodeIsDeadAfterTenMinutes() {
        // Given
        XUser user = world.aFollower();
        Applicant applicant = world.anApplicant().asksToVerify(user.handle());
        String code = user.readsTheCode();
        applicant.sees("/delivery/status", "sent");

        // When
        world.clock.later(Duration.ofMinutes(10).plusSeconds(1), () -> {

            // Then
            assertThat(applicant.types(code).text("/code")).isEqualTo("expired");
        });
        world.events.tell(applicant.verification(), "VerificationOpened", "CodeSent", "VerificationExpired");
    }

    @Test
    void theEndIsAnnouncedEvenIfNobodyTypesAnything() {
        XUser user = world.aFollower();
        Applicant applicant = world.anApplicant().asksToVerify(user.handle());
        applicant.sees("/delivery/status", "sent");

        world.clock.later(Duration.ofMinutes(10).plusSeconds(1), () -> applicant.sees("/status", "expired"));

        world.events.tell(applicant.verification(), "VerificationOpened", "CodeSent", "VerificationExpired");
    }
}
