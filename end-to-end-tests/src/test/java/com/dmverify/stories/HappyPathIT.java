package com.dmverify.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.allinone.Http.Answer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HappyPathIT {

    private final World world = World.shared();

    @Test
    void aPersonProvesThatAnAccountIsTheirs() {
        // Given
        XUser user = world.aFollower();
        Applicant applicant = world.anApplicant().asksToVerify(user.handle());

        // When
        Answer verdict = applicant.types(user.readsTheCode());

        // Then
        assertThat(verdict.status()).isEqualTo(200);
        assertThat(verdict.text("/result")).isEqualTo("approved");
        assertThat(verdict.text("/target/user_id")).isEqualTo(user.id());
        world.events.tell(applicant.verification(), "VerificationOpened", "CodeSent", "VerificationSucceeded");
        assertThat(user.inbox()).hasSize(1);
    }

    @Test
    void theMessageComesAgainWhenAskedForAfterTheCoolDown() {
        // Given
        XUser user = world.aFollower();
        Applicant applicant = world.anApplicant().asksToVerify(user.handle());
        String code = user.readsTheCode();
        applicant.sees("/delivery/status", "sent");
        assertThat(applicant.asksForTheMessageAgain().status()).isEqualTo(429);

        // When
        world.clock.later(Duration.ofSeconds(61), () -> {
            assertThat(applicant.asksForTheMessageAgain().status()).isEqualTo(202);
            applicant.sees("/delivery/status", "sent");
        });

        // Then
        assertThat(user.inbox()).hasSize(2).allMatch(text -> text.contains(code));
        assertThat(applicant.types(code).text("/result")).isEqualTo("approved");
        assertThat(world.sandbox.duplicates()).isZero();
    }
}
