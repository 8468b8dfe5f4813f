package com.dmverify.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.cli.story.Http.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A person sends what the platform shows, instead of typing what we send. */
class ChallengeIT {

    private final SharedDeployment deployment = SharedDeployment.shared();

    @Test
    void aPersonProvesAnAccountByAMessageToTheBrand() {
        // Given: no message would reach this person
        XUser user = deployment.aUserWithClosedDms();
        Applicant applicant = deployment.anApplicant();
        Answer started = applicant.starts(Map.of("mode", "dm_in", "target", Map.of("handle", user.handle())));
        assertThat(started.status()).isEqualTo(202);

        // When
        user.writes(started.text("/challenge/text"));

        // Then
        applicant.sees("/status", "verified");
        assertThat(applicant.reads().text("/target/user_id")).isEqualTo(user.id());
        deployment.events.await(applicant.verification(), "VerificationOpened", "VerificationSucceeded");
        assertThat(user.inbox()).isEmpty();
    }

    @Test
    void whoSendsAnothersChallengeProvesNothing() {
        // Given
        XUser user = deployment.aFollower();
        XUser stranger = deployment.aFollower();
        Applicant applicant = deployment.anApplicant();
        Answer started = applicant.starts(Map.of("mode", "dm_in", "target", Map.of("user_id", user.id())));

        // When
        stranger.writes(started.text("/challenge/text"));
        deployment.events.await(applicant.verification(), "VerificationOpened", "ChallengeFromWrongAccount");

        // Then
        assertThat(applicant.reads().text("/status")).isEqualTo("pending");
        user.writes(started.text("/challenge/token"));
        applicant.sees("/status", "verified");
    }

    @Test
    void inAutoTheMessageOfThePersonWithdrawsOurs() {
        // Given: our message waits for a follow
        XUser user = deployment.aUserWithClosedDms();
        Applicant applicant = deployment.anApplicant();
        Answer started = applicant.starts(Map.of("mode", "auto", "target", Map.of("handle", user.handle())));
        applicant.sees("/delivery/status", "awaiting_user_action");

        // When
        user.writes(started.text("/challenge/text"));

        // Then
        applicant.sees("/status", "verified");
        assertThat(applicant.reads().text("/delivery/status")).isEqualTo("withdrawn");
        assertThat(user.inbox()).isEmpty();
    }
}
