package com.dmverify.webhook.crc;

import com.dmverify.webhook.app.Apps;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Shows for each app the time since X's last CRC check. Never down: X's pages differ on the interval (hourly, every 24
 * hours), and with several replicas each check reaches one of them.
 */
final class CrcHealthIndicator implements HealthIndicator {

    private final Apps apps;
    private final CrcChecks crcChecks;
    private final InstantSource clock;

    CrcHealthIndicator(Apps apps, CrcChecks crcChecks, InstantSource clock) {
        this.apps = apps;
        this.crcChecks = crcChecks;
        this.clock = clock;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        apps.names().forEach(app -> health.withDetail(app, "last CRC: " + ageOf(app)));
        return health.build();
    }

    private String ageOf(String app) {
        return crcChecks
                .lastAnswered(app)
                .map(at -> Duration.between(at, clock.instant()).toSeconds() + " s ago")
                .orElse("none since start");
    }
}
