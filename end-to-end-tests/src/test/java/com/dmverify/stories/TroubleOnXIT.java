package com.dmverify.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TroubleOnXIT {

    /** X allows 15 conversations to be read in 15 minutes. */
    private static final int MORE_THAN_READINGS = 20;

    private final World world = World.shared();

    @Test
    void anXThatIsDownForAMomentCostsNothing() {
        // Given
        XUser user = world.aFollower();
        world.sandbox.orders("unavailable_before", 1);

        // When
        Applicant applicant = world.anApplicant().asksToVerify(user.handle());

        // Then
        assertThat(applicant.types(user.readsTheCode()).text("/result")).isEqualTo("approved");
        assertThat(user.inbox()).hasSize(1);
    }

    @Test
    void aMessageThatXTookBeforeItFellSilentIsNotSentTwice() {
        // Given
        XUser user = world.aFollower();
        world.sandbox.orders("unavailable_after_accept", 1);

        // When
        Applicant applicant = world.anApplicant().asksToVerify(user.handle());
        applicant.sees("/delivery/status", "sent");

        // Then
        assertThat(applicant.types(user.readsTheCode()).text("/result")).isEqualTo("approved");
        assertThat(user.inbox()).hasSize(1);
        assertThat(world.sandbox.duplicates()).isZero();
    }

    @Test
    void aStormThatUsesUpXsReadingsCostsNobodyTheCode() {
        // Given
        List<XUser> users =
                Stream.generate(world::aFollower).limit(MORE_THAN_READINGS).toList();
        world.sandbox.orders("unavailable_before", MORE_THAN_READINGS);

        // When
        List<Applicant> applicants = users.stream()
                .map(user -> world.anApplicant().asksToVerify(user.handle()))
                .toList();

        // Then
        applicants.forEach(applicant -> applicant.sees("/delivery/status", "sent"));
        assertThat(users).allSatisfy(user -> assertThat(user.inbox()).hasSize(1));
        assertThat(world.sandbox.duplicates()).isZero();
    }

    @Test
    void aHandleThatNobodyHasIsToldApart() {
        Applicant applicant = world.anApplicant().asksToVerify(world.nobodysHandle());

        applicant.sees("/status", "failed");

        assertThat(applicant.looks().text("/reason")).isEqualTo("target_unknown");
        assertThat(applicant.looks().text("/delivery/status")).isEqualTo("undeliverable");
        world.events.tell(applicant.verification(), "VerificationOpened", "VerificationFailed");
    }

    @Test
    void aSuspendedAccountIsToldApart() {
        XUser user = world.aSuspendedUser();
        Applicant applicant = world.anApplicant().asksToVerify(user.handle());

        applicant.sees("/status", "failed");

        assertThat(applicant.looks().text("/reason")).isEqualTo("target_suspended");
        world.events.tell(applicant.verification(), "VerificationOpened", "VerificationFailed");
        assertThat(user.inbox()).isEmpty();
    }
}
