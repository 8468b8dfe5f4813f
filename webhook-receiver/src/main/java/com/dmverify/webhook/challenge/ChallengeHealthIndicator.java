package com.dmverify.webhook.challenge;

import com.dmverify.webhook.app.Apps;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Says for each app how long ago X last checked us. Never down: X's pages differ on how often it asks (hourly, every 24
 * hours), and with several replicas it asks any of them.
 */
final class ChallengeHealthIndicator implements HealthIndicator {

    private final Apps apps;
    private final Challenges challenges;
    private final InstantSource clock;

    ChallengeHealthIndicator(Apps apps, Challenges challenges, InstantSource clock) {
        this.apps = apps;
        this.challenges = challenges;
        this.clock = clock;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        apps.names().forEach(app -> health.withDetail(app, "last CRC: " + ageOf(app)));
        return health.build();
    }

    private String ageOf(String app) {
        return challenges
                .lastAnswered(app)
                .map(at -> Duration.between(at, clock.instant()).toSeconds() + " s ago")
                .orElse("none since start");
    }
}
