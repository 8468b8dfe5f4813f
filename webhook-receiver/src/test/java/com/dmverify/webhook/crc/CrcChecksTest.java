package com.dmverify.webhook.crc;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.dmverify.webhook.app.App;
import com.dmverify.webhook.app.Apps;
import com.dmverify.webhook.log.LogLimiter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class CrcChecksTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final App app = App.of("default", "secret");
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Instant now = NOON;
    private final CrcChecks crcChecks = new CrcChecks(() -> now, meters, new LogLimiter(2, () -> 0));

    @Test
    void answeredAndRefusedChecksAreCounted() {
        // When
        crcChecks.answer(app, "crc_token=challenge_string");
        crcChecks.answer(app, "crc_token={}");
        crcChecks.answer(app, null);

        // Then
        assertThat(counted("answered")).isEqualTo(1);
        assertThat(counted("refused")).isEqualTo(2);
    }

    @Test
    void checksAreLoggedUpToTheLimitAndAllCounted() {
        // Given
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(CrcChecks.class);
        lines.start();
        logger.addAppender(lines);

        // When
        try {
            for (int i = 0; i < 100; i++) {
                crcChecks.answer(app, "crc_token=challenge_string");
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
        crcChecks.answer(app, "crc_token=challenge_string");
        now = NOON.plusSeconds(90);

        // When
        crcChecks.answer(app, "crc_token=short");

        // Then
        assertThat(crcChecks.lastAnswered("default")).hasValue(NOON);
    }

    @Test
    void healthShowsTheAgeOfTheLastCheckAndIsNeverDown() {
        // Given
        CrcHealthIndicator indicator = new CrcHealthIndicator(new Apps(Map.of("default", app)), crcChecks, () -> now);
        Health before = indicator.health();
        crcChecks.answer(app, "crc_token=challenge_string");
        now = NOON.plusSeconds(90);

        // When
        Health after = indicator.health();

        // Then
        assertThat(before.getDetails()).containsEntry("default", "last CRC: none since start");
        assertThat(after.getDetails()).containsEntry("default", "last CRC: 90 s ago");
        assertThat(before.getStatus()).isEqualTo(Status.UP);
    }

    private double counted(String outcome) {
        return meters.counter("dm.verify.webhook.crc.checks", "app", "default", "outcome", outcome)
                .count();
    }
}
