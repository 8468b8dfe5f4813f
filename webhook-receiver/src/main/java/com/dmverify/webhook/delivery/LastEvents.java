package com.dmverify.webhook.delivery;

import com.dmverify.webhook.app.Apps;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * How old the last recorded delivery of each app is, in health and as {@code dm.verify.webhook.event.age}, in seconds; since the
 * start of this replica if there was none. Never down: an account may have no events for hours.
 */
final class LastEvents implements HealthIndicator, MeterBinder {

    private final Apps apps;
    private final InstantSource clock;
    private final Instant started;
    private final Map<String, Instant> last = new ConcurrentHashMap<>();

    LastEvents(Apps apps, InstantSource clock) {
        this.apps = apps;
        this.clock = clock;
        started = clock.instant();
    }

    /** A delivery of this app was recorded, or was known. */
    void delivered(String app) {
        last.put(app, clock.instant());
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        apps.names()
                .forEach(app -> health.withDetail(
                        app,
                        Optional.ofNullable(last.get(app))
                                .map(at -> "last event: "
                                        + Duration.between(at, clock.instant()).toSeconds() + " s ago")
                                .orElse("last event: none since start")));
        return health.build();
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        apps.names()
                .forEach(app -> TimeGauge.builder(
                                "dm.verify.webhook.event.age",
                                () -> Duration.between(last.getOrDefault(app, started), clock.instant())
                                        .toMillis(),
                                TimeUnit.MILLISECONDS)
                        .tag("app", app)
                        .register(meters));
    }
}
