package com.dmverify.support.listener;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.health.application.LivenessStateHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Liveness: fails also when a listener's thread is gone or died of an {@link Error} and no restart helped. */
final class ListenerLivenessIndicator extends LivenessStateHealthIndicator {

    private final ListenerSupervisor supervisor;
    private final Duration deadAfter;

    ListenerLivenessIndicator(ApplicationAvailability availability, ListenerSupervisor supervisor, Duration deadAfter) {
        super(availability);
        this.supervisor = supervisor;
        this.deadAfter = deadAfter;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) throws Exception {
        super.doHealthCheck(health);
        List<String> dead = supervisor.deadFor(deadAfter);
        if (!dead.isEmpty()) {
            health.down().withDetail("deadKafkaListeners", dead);
        }
    }
}
