package com.dmverify.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.allinone.Http;
import org.junit.jupiter.api.Test;

class FollowAndResumeIT {

    private final World world = World.shared();

    @Test
    void aFollowBringsTheMessageByItself() {
        // Given
        XUser user = world.aCloseMouthedUser();
        Applicant applicant = world.anApplicant().asksToVerify(user.handle());
        applicant.sees("/delivery/status", "awaiting_user_action");
        assertThat(applicant.looks().text("/delivery/next_action/url"))
                .isEqualTo("https://x.com/intent/follow?screen_name=dmverify_demo");
        assertThat(applicant.types("000000").text("/code")).isEqualTo("not_sent_yet");

        // When
        user.followsTheBrand();

        // Then
        assertThat(applicant.types(user.readsTheCode()).text("/result")).isEqualTo("approved");
        world.events.tell(
                applicant.verification(),
                "VerificationOpened",
                "UserActionAwaited",
                "DeliveryRequeued",
                "CodeSent",
                "VerificationSucceeded");
        assertThat(user.inbox()).hasSize(1);
    }

    @Test
    void theWordStartBringsTheMessageToo() {
        // Given
        XUser user = world.aCloseMouthedUser();
        Applicant applicant = world.anApplicant().asksToVerify(user.handle());
        applicant.sees("/delivery/status", "awaiting_user_action");

        // When
        user.writes("START");

        // Then
        assertThat(applicant.types(user.readsTheCode()).text("/result")).isEqualTo("approved");
    }

    @Test
    void aForgedFollowBringsNothing() {
        // Given
        XUser user = world.aCloseMouthedUser();
        Applicant applicant = world.anApplicant().asksToVerify(user.handle());
        applicant.sees("/delivery/status", "awaiting_user_action");

        // When
        Http webhook = new Http(world.river.ports().webhook(), null);
        String forged = ForgedFollow.by(user);
        assertThat(webhook.post("/webhooks/x", forged, ForgedFollow.HEADER, "sha256=Zm9yZ2Vk")
                        .status())
                .isEqualTo(403);
        assertThat(webhook.post("/webhooks/x", forged).status()).isEqualTo(403);

        // Then: the genuine one, later, is the first to bring anything
        user.followsTheBrand();
        user.readsTheCode();
        applicant.sees("/delivery/status", "sent");
        world.events.tell(
                applicant.verification(), "VerificationOpened", "UserActionAwaited", "DeliveryRequeued", "CodeSent");
    }
}
