package com.dmverify.webhook.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.dmverify.webhook.app.App;
import com.dmverify.webhook.app.Apps;
import com.dmverify.webhook.log.LineLimit;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class ChallengesTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final App app = App.of("default", "secret");
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Instant now = NOON;
    private final Challenges challenges = new Challenges(() -> now, meters, new LineLimit(2, () -> 0));

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
    void checksFillNoLogAndAreAllCounted() {
        // Given
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(Challenges.class);
        lines.start();
        logger.addAppender(lines);

        // When
        try {
            for (int i = 0; i < 100; i++) {
                challenges.answer(app, "crc_token=challenge_string");
            }
        } finally {
            logger.detachAppender(lines);
        }

        // Then
        assertThat(lines.list).hasSize(2);
        assertThat(counted("answered")).isEqualTo(100);
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
