package com.dmverify.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class XErrorsIT {

    /** X allows 15 reads of a conversation in 15 minutes. */
    private static final int MORE_THAN_READS = 20;

    private final SharedDeployment deployment = SharedDeployment.shared();

    @Test
    void aShortOutageOfXOnlyDelaysTheMessage() {
        // Given
        XUser user = deployment.aFollower();
        deployment.sandbox.injects("unavailable_before", 1);

        // When
        Applicant applicant = deployment.anApplicant().asksToVerify(user.handle());

        // Then
        assertThat(applicant.types(user.readsTheCode()).text("/result")).isEqualTo("approved");
        assertThat(user.inbox()).hasSize(1);
    }

    @Test
    void aMessageWhoseAnswerWasLostIsNotSentTwice() {
        // Given
        XUser user = deployment.aFollower();
        deployment.sandbox.injects("unavailable_after_accept", 1);

        // When
        Applicant applicant = deployment.anApplicant().asksToVerify(user.handle());
        applicant.sees("/delivery/status", "sent");

        // Then
        assertThat(applicant.types(user.readsTheCode()).text("/result")).isEqualTo("approved");
        assertThat(user.inbox()).hasSize(1);
        assertThat(deployment.sandbox.duplicates()).isZero();
    }

    @Test
    void everyPersonGetsTheCodeWhenTheReadsAreUsedUp() {
        // Given
        List<XUser> users =
                Stream.generate(deployment::aFollower).limit(MORE_THAN_READS).toList();
        deployment.sandbox.injects("unavailable_before", MORE_THAN_READS);

        // When
        List<Applicant> applicants = users.stream()
                .map(user -> deployment.anApplicant().asksToVerify(user.handle()))
                .toList();

        // Then
        applicants.forEach(applicant -> applicant.sees("/delivery/status", "sent"));
        assertThat(users).allSatisfy(user -> assertThat(user.inbox()).hasSize(1));
        assertThat(deployment.sandbox.duplicates()).isZero();
    }

    @Test
    void anUnknownHandleFailsWithItsOwnReason() {
        Applicant applicant = deployment.anApplicant().asksToVerify(deployment.anUnknownHandle());

        applicant.sees("/status", "failed");

        assertThat(applicant.reads().text("/reason")).isEqualTo("target_unknown");
        assertThat(applicant.reads().text("/delivery/status")).isEqualTo("undeliverable");
        deployment.events.await(applicant.verification(), "VerificationOpened", "VerificationFailed");
    }

    @Test
    void aSuspendedAccountFailsWithItsOwnReason() {
        XUser user = deployment.aSuspendedUser();
        Applicant applicant = deployment.anApplicant().asksToVerify(user.handle());

        applicant.sees("/status", "failed");

        assertThat(applicant.reads().text("/reason")).isEqualTo("target_suspended");
        deployment.events.await(applicant.verification(), "VerificationOpened", "VerificationFailed");
        assertThat(user.inbox()).isEmpty();
    }
}
