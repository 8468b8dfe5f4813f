package com.dmverify.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.allinone.Http;
import com.dmverify.allinone.Ports;
import com.dmverify.allinone.River;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A brand with a legacy contract: the whole river on v1.1. */
class LegacyBrandIT {

    private static River river;
    private static Sandbox sandbox;

    @BeforeAll
    static void start() {
        river = new River(Ports.free())
                .with("dm-sender", "dm-verify.accounts.demo.api-version", "V1_1")
                // Of v2 alone: whoever used that would come to an end with the first message.
                .with("x-sandbox", "x-sandbox.limits.dm-15min", 1)
                .with("dm-sender", "dm-verify.sender.unknown-outcomes.grace", "1s")
                .start();
        sandbox = new Sandbox(new Http(river.ports().sandbox(), null));
    }

    @AfterAll
    static void stop() {
        river.close();
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
    void aMessageWhoseAnswerWasLostIsNotSentTwice() {
        // Given
        XUser user = sandbox.create("lost_on_v1", true, "everyone", false);
        sandbox.orders("unavailable_after_accept", 1);

        // When
        Applicant applicant = applicant().asksToVerify(user.handle());
        applicant.sees("/delivery/status", "sent");

        // Then
        assertThat(applicant.types(user.readsTheCode()).text("/result")).isEqualTo("approved");
        assertThat(sandbox.duplicates()).isZero();
    }

    private static Applicant applicant() {
        return new Applicant(new Http(river.ports().api(), river.secrets().apiKey()));
    }
}
