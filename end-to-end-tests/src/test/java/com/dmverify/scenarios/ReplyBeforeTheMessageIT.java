package com.dmverify.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A person who declines when asked to follow or to write gets no message. */
class ReplyBeforeTheMessageIT {

    private final SharedDeployment deployment = SharedDeployment.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "STOP",
                "Stop. Thank you",
                "please, stop",
                "@dmverify_demo STOP",
                "REVOKE",
                "OPTOUT",
                "opt out",
                "No, thanks",
                "Nein, das war ich nicht"
            })
    void aPersonWhoDeclinesGetsNoMessage(String reply) {
        // Given
        XUser user = deployment.aUserWithClosedDms();
        Applicant applicant = deployment.anApplicant().asksToVerify(user.handle());
        applicant.sees("/delivery/status", "awaiting_user_action");

        // When
        user.writes(reply);

        // Then
        applicant.sees("/status", "failed");
        assertThat(applicant.reads().text("/reason")).isIn("opted_out", "declined");
        deployment.events.await(
                applicant.verification(), "VerificationOpened", "UserActionAwaited", "VerificationFailed");
        anotherPersonGetsTheCode();
        assertThat(user.inbox()).isEmpty();
    }

    @Test
    void aReplyWithoutAKeywordChangesNothing() {
        // Given
        XUser user = deployment.aUserWithClosedDms();
        Applicant applicant = deployment.anApplicant().asksToVerify(user.handle());
        applicant.sees("/delivery/status", "awaiting_user_action");

        // When
        user.writes("Hello, who is this?");
        anotherPersonGetsTheCode();

        // Then: only START brings the message
        assertThat(applicant.reads().text("/delivery/status")).isEqualTo("awaiting_user_action");
        assertThat(user.inbox()).isEmpty();
        user.writes("START");
        assertThat(applicant.types(user.readsTheCode()).text("/result")).isEqualTo("approved");
        deployment.events.await(
                applicant.verification(),
                "VerificationOpened",
                "UserActionAwaited",
                "DeliveryRequeued",
                "CodeSent",
                "VerificationSucceeded");
    }

    /** Takes the path on which a message for the first person would have come. */
    private void anotherPersonGetsTheCode() {
        XUser other = deployment.aUserWithClosedDms();
        Applicant applicant = deployment.anApplicant().asksToVerify(other.handle());
        applicant.sees("/delivery/status", "awaiting_user_action");
        other.followsTheBrand();
        assertThat(applicant.types(other.readsTheCode()).text("/result")).isEqualTo("approved");
    }
}
