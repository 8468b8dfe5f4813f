package com.dmverify.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.webhook.app.App;
import com.dmverify.webhook.app.Apps;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LastEventsTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Instant now = Instant.parse("2026-11-21T12:00:00Z");
    private final LastEvents events =
            new LastEvents(new Apps(Map.of("a", App.of("a", "s"), "b", App.of("b", "s"))), () -> now);

    @Test
    void theAgeIsThatOfTheAppsLastDeliveryOrOfTheStart() {
        // Given
        events.bindTo(meters);
        now = now.plusSeconds(60);
        events.delivered("a");

        // When
        now = now.plusSeconds(30);

        // Then
        assertThat(age("a")).isEqualTo(30);
        assertThat(age("b")).isEqualTo(90);
        assertThat(events.health().getDetails())
                .containsEntry("a", "last event: 30 s ago")
                .containsEntry("b", "last event: none since start");
    }

    private double age(String app) {
        return meters.get("dm.verify.webhook.event.age")
                .tag("app", app)
                .timeGauge()
                .value(java.util.concurrent.TimeUnit.SECONDS);
    }
}
