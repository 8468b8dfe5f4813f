package com.dmverify.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.cli.story.Http;
import org.junit.jupiter.api.Test;

class FollowAndResumeIT {

    private final SharedDeployment deployment = SharedDeployment.shared();

    @Test
    void aFollowResumesTheDelivery() {
        // Given
        XUser user = deployment.aUserWithClosedDms();
        Applicant applicant = deployment.anApplicant().asksToVerify(user.handle());
        applicant.sees("/delivery/status", "awaiting_user_action");
        assertThat(applicant.reads().text("/delivery/next_action/url"))
                .isEqualTo("https://x.com/intent/follow?screen_name=dmverify_demo");
        assertThat(applicant.types("000000").text("/code")).isEqualTo("not_sent_yet");

        // When
        user.followsTheBrand();

        // Then
        assertThat(applicant.types(user.readsTheCode()).text("/result")).isEqualTo("approved");
        deployment.events.await(
                applicant.verification(),
                "VerificationOpened",
                "UserActionAwaited",
                "DeliveryRequeued",
                "CodeSent",
                "VerificationSucceeded");
        assertThat(user.inbox()).hasSize(1);
    }

    @Test
    void theKeywordStartResumesTheDelivery() {
        // Given
        XUser user = deployment.aUserWithClosedDms();
        Applicant applicant = deployment.anApplicant().asksToVerify(user.handle());
        applicant.sees("/delivery/status", "awaiting_user_action");

        // When
        user.writes("START");

        // Then
        assertThat(applicant.types(user.readsTheCode()).text("/result")).isEqualTo("approved");
    }

    @Test
    void aForgedFollowChangesNothing() {
        // Given
        XUser user = deployment.aUserWithClosedDms();
        Applicant applicant = deployment.anApplicant().asksToVerify(user.handle());
        applicant.sees("/delivery/status", "awaiting_user_action");

        // When
        Http webhook = new Http(deployment.services.ports().webhook(), null);
        String forged = ForgedFollow.by(user);
        assertThat(webhook.post("/webhooks/x", forged, ForgedFollow.HEADER, "sha256=Zm9yZ2Vk")
                        .status())
                .isEqualTo(403);
        assertThat(webhook.post("/webhooks/x", forged).status()).isEqualTo(403);

        // Then: only the genuine follow brings the message
        user.followsTheBrand();
        user.readsTheCode();
        applicant.sees("/delivery/status", "sent");
        deployment.events.await(
                applicant.verification(), "VerificationOpened", "UserActionAwaited", "DeliveryRequeued", "CodeSent");
    }
}
