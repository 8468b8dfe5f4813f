package com.dmverify.support.startup;

import java.util.Map;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.health.application.ReadinessStateHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Readiness: out of service also while a {@link StartupCheck} has never succeeded; the details say which and why. */
final class StartupReadinessIndicator extends ReadinessStateHealthIndicator {

    private final StartupReadiness startup;

    StartupReadinessIndicator(ApplicationAvailability availability, StartupReadiness startup) {
        super(availability);
        this.startup = startup;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) throws Exception {
        super.doHealthCheck(health);
        Map<String, String> missing = startup.missing();
        if (!missing.isEmpty()) {
            health.outOfService().withDetail("missing", missing);
        }
    }
}
