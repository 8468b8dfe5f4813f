package com.dmverify.support.listener;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** Shows which listeners run. Part of no group: neither readiness nor liveness depends on it. */
final class ListenersHealthIndicator implements HealthIndicator {

    /** Shown, and fails nothing: HTTP status 200. */
    private static final Status DEGRADED = new Status("DEGRADED");

    private final ListenerSupervisor supervisor;

    ListenersHealthIndicator(ListenerSupervisor supervisor) {
        this.supervisor = supervisor;
    }

    @Override
    public Health health() {
        Map<String, Object> details = new LinkedHashMap<>();
        boolean isDegraded = false;
        for (Map.Entry<String, ListenerState> entry : supervisor.states().entrySet()) {
            ListenerState state = entry.getValue();
            isDegraded |= state.failingSince() != null;
            details.put(entry.getKey(), Map.of("running", state.stoppedAt() == null, "restarts", state.restarts()));
        }
        return Health.status(isDegraded ? DEGRADED : Status.UP)
                .withDetails(details)
                .build();
    }
}
