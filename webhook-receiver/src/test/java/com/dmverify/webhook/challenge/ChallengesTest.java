package com.dmverify.webhook.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.webhook.app.App;
import com.dmverify.webhook.app.Apps;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class ChallengesTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final App app = App.of("default", "secret");
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Instant now = NOON;
    private final Challenges challenges = new Challenges(() -> now, meters);

    @Test
    void answersAndRefusalsAreCounted() {
        // When
        challenges.answer(app, "crc_token=challenge_string");
        challenges.answer(app, "crc_token={}");
        challenges.answer(app, null);

        // Then
        assertThat(counted("answered")).isEqualTo(1);
        assertThat(counted("refused")).isEqualTo(2);
    }

    @Test
    void onlyAnAnsweredCheckCountsAsTheLastOne() {
        // Given
        challenges.answer(app, "crc_token=challenge_string");
        now = NOON.plusSeconds(90);

        // When
        challenges.answer(app, "crc_token=short");

        // Then
        assertThat(challenges.lastAnswered("default")).hasValue(NOON);
    }

    @Test
    void healthTellsTheAgeOfTheLastCheckAndIsNeverDown() {
        // Given
        ChallengeHealthIndicator indicator =
                new ChallengeHealthIndicator(new Apps(Map.of("default", app)), challenges, () -> now);
        Health before = indicator.health();
        challenges.answer(app, "crc_token=challenge_string");
        now = NOON.plusSeconds(90);

        // When
        Health after = indicator.health();

        // Then
        assertThat(before.getDetails()).containsEntry("default", "last CRC: none since start");
        assertThat(after.getDetails()).containsEntry("default", "last CRC: 90 s ago");
        assertThat(before.getStatus()).isEqualTo(Status.UP);
    }

    private double counted(String outcome) {
        return meters.counter("dm.verify.webhook.challenges", "app", "default", "outcome", outcome)
                .count();
    }
}
