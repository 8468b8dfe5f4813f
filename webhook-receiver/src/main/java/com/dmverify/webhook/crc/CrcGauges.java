package com.dmverify.webhook.crc;

import com.dmverify.webhook.app.Apps;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/**
 * Shows for each app how old X's last CRC check is: {@code dm.verify.webhook.crc.age}, in seconds; since the start of this replica
 * if there was none. Each check reaches one replica, so the age of a deployment is the smallest of all replicas.
 */
final class CrcGauges implements MeterBinder {

    private final Apps apps;
    private final CrcChecks crcChecks;
    private final InstantSource clock;
    private final Instant started;

    CrcGauges(Apps apps, CrcChecks crcChecks, InstantSource clock) {
        this.apps = apps;
        this.crcChecks = crcChecks;
        this.clock = clock;
        started = clock.instant();
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        apps.names()
                .forEach(app -> TimeGauge.builder("dm.verify.webhook.crc.age", () -> age(app), TimeUnit.MILLISECONDS)
                        .tag("app", app)
                        .register(meters));
    }

    private long age(String app) {
        return Duration.between(crcChecks.lastAnswered(app).orElse(started), clock.instant())
                .toMillis();
    }
}
