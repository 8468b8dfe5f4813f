package com.dmverify.stories;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A person who is asked to follow or to write, and writes no, gets no message because of it. */
class ReplyBeforeTheMessageIT {

    private final World world = World.shared();

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
    void aNoBringsNoMessage(String reply) {
        // Given
        XUser user = world.aCloseMouthedUser();
        Applicant applicant = world.anApplicant().asksToVerify(user.handle());
        applicant.sees("/delivery/status", "awaiting_user_action");

        // When
        user.writes(reply);

        // Then
        applicant.sees("/status", "failed");
        assertThat(applicant.looks().text("/reason")).isIn("opted_out", "declined");
        world.events.tell(applicant.verification(), "VerificationOpened", "UserActionAwaited", "VerificationFailed");
        anotherPersonGetsTheCode();
        assertThat(user.inbox()).isEmpty();
    }

    @Test
    void whatIsNeitherYesNorNoChangesNothing() {
        // Given
        XUser user = world.aCloseMouthedUser();
        Applicant applicant = world.anApplicant().asksToVerify(user.handle());
        applicant.sees("/delivery/status", "awaiting_user_action");

        // When
        user.writes("Hello, who is this?");
        anotherPersonGetsTheCode();

        // Then: START, later, is the first to bring anything
        assertThat(applicant.looks().text("/delivery/status")).isEqualTo("awaiting_user_action");
        assertThat(user.inbox()).isEmpty();
        user.writes("START");
        assertThat(applicant.types(user.readsTheCode()).text("/result")).isEqualTo("approved");
        world.events.tell(
                applicant.verification(),
                "VerificationOpened",
                "UserActionAwaited",
                "DeliveryRequeued",
                "CodeSent",
                "VerificationSucceeded");
    }

    /** By the same way as a message that a reply would bring. */
    private void anotherPersonGetsTheCode() {
        XUser other = world.aCloseMouthedUser();
        Applicant applicant = world.anApplicant().asksToVerify(other.handle());
        applicant.sees("/delivery/status", "awaiting_user_action");
        other.followsTheBrand();
        assertThat(applicant.types(other.readsTheCode()).text("/result")).isEqualTo("approved");
    }
}
