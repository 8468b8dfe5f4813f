package com.dmverify.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.allinone.LocalDeployment;
import com.dmverify.allinone.Ports;
import com.dmverify.cli.story.Http;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An account with a legacy contract sends through X's API v1.1. */
class V1AccountIT {

    private static LocalDeployment services;
    private static SandboxControl sandbox;

    @BeforeAll
    static void start() {
        services = new LocalDeployment(Ports.free())
                .with("dm-sender", "dm-verify.accounts.demo.api-version", "V1_1")
                // A limit of v2 only: a sender that used v2 would be throttled after the first message.
                .with("x-sandbox", "x-sandbox.limits.dm-15min", 1)
                .with("dm-sender", "dm-verify.sender.unknown-outcomes.grace", "1s")
                .start();
        sandbox = new SandboxControl(new Http(services.ports().sandbox(), null));
    }

    @AfterAll
    static void stop() {
        services.close();
    }

    @Test
    void aPersonProvesThatAnAccountIsTheirs() {
        // Given
        XUser user = sandbox.create("on_v1", true, "everyone", false);

        // When
        Applicant applicant = applicant().asksToVerify(user.handle());

        // Then
        assertThat(applicant.types(user.readsTheCode()).text("/result")).isEqualTo("approved");
        assertThat(user.inbox()).hasSize(1);
    }

    @Test
    void aTapOnAnOptionOfTheMessageEndsTheVerification() {
        // Given
        XUser user = sandbox.create("taps_on_v1", true, "everyone", false);
        Applicant applicant = applicant().asksToVerify(user.handle());
        user.readsTheCode();
        applicant.sees("/delivery/status", "sent");

        // When: the label as X shows it, and what X returns with it
        user.taps("It wasn't me", "dm-verify:no");

        // Then
        applicant.sees("/status", "failed");
        assertThat(applicant.reads().text("/reason")).isEqualTo("declined");
    }

    @Test
    void aMessageWhoseAnswerWasLostIsNotSentTwice() {
        // Given
        XUser user = sandbox.create("lost_on_v1", true, "everyone", false);
        sandbox.injects("unavailable_after_accept", 1);

        // When
        Applicant applicant = applicant().asksToVerify(user.handle());
        applicant.sees("/delivery/status", "sent");

        // Then
        assertThat(applicant.types(user.readsTheCode()).text("/result")).isEqualTo("approved");
        assertThat(sandbox.duplicates()).isZero();
    }

    private static Applicant applicant() {
        return new Applicant(new Http(services.ports().api(), services.secrets().apiKey()));
    }
}
