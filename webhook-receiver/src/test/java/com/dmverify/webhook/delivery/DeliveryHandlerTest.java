package com.dmverify.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.webhook.SignedDelivery;
import com.dmverify.webhook.app.App;
import com.dmverify.webhook.log.LogLimiter;
import com.dmverify.webhook.recording.FakeActivityLog;
import com.dmverify.x.webhook.ActivityParser;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class DeliveryHandlerTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final App app = App.of("default", SignedDelivery.SECRET);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final FakeActivityLog log = new FakeActivityLog();
    private final InstantSource clock = InstantSource.fixed(NOON);
    private final DeliveryHandler handler = new DeliveryHandler(
            new ActivityParser(clock),
            log.recorder(clock),
            new DeliveryMetrics(meters, new LogLimiter(100, System::nanoTime)),
            clock);

    @Test
    void aGenuineDeliveryIsRecorded() {
        // When
        Outcome outcome = receive(SignedDelivery.ofTwoMessages());

        // Then
        assertThat(outcome).isEqualTo(new Outcome.Recorded(2, 0));
        assertThat(log.appended()).hasSize(2).allSatisfy(each -> {
            assertThat(each.app()).isEqualTo("default");
            assertThat(each.receivedAt()).isEqualTo(NOON);
        });
    }

    @Test
    void aRepeatedDeliveryIsKnown() {
        // Given
        SignedDelivery delivery = SignedDelivery.valid();
        receive(delivery);

        // When
        Outcome outcome = receive(delivery);

        // Then
        assertThat(outcome).isEqualTo(new Outcome.Known(1));
        assertThat(log.appended()).hasSize(1);
    }

    @Test
    void aForgedDeliveryIsNotParsed() {
        assertThat(receive(SignedDelivery.of("no json").withForgedSignature())).isEqualTo(new Outcome.Forged(true));
        assertThat(receive(SignedDelivery.valid().withoutSignature())).isEqualTo(new Outcome.Forged(false));
        assertThat(log.appended()).isEmpty();
    }

    @Test
    void aModifiedBodyIsForged() {
        // Given
        SignedDelivery genuine = SignedDelivery.valid();
        String signature = genuine.signature();
        byte[] changed = genuine.body().clone();
        changed[changed.length - 1] = ' ';

        // When
        Outcome outcome = handler.receive(app, changed, signature);

        // Then
        assertThat(outcome).isEqualTo(new Outcome.Forged(true));
    }

    @Test
    void aSignedBodyThatIsNoJsonObjectIsMalformed() {
        assertThat(receive(SignedDelivery.of("[]"))).isEqualTo(new Outcome.Malformed());
    }

    @Test
    void aFailedDeliveryIsRecordedWithTheNextAttempt() {
        // Given
        SignedDelivery delivery = SignedDelivery.valid();
        log.refuse();
        Outcome first = receive(delivery);
        log.acknowledge();

        // When
        Outcome second = receive(delivery);

        // Then
        assertThat(first).isEqualTo(new Outcome.Failed("IllegalStateException"));
        assertThat(second).isEqualTo(new Outcome.Recorded(1, 0));
    }

    @Test
    void aRecordThatIsTooLargeForKafkaIsNotRequestedAgain() {
        // Given
        log.takeNothingSoLarge();

        // When
        Outcome outcome = receive(SignedDelivery.valid());

        // Then
        assertThat(outcome).isEqualTo(new Outcome.TooLarge());
    }

    @Test
    void outcomesAddUpToTheDeliveries() {
        // Given
        SignedDelivery delivery = SignedDelivery.valid();

        // When
        receive(delivery);
        receive(delivery);
        receive(delivery.withForgedSignature());
        receive(SignedDelivery.of("[]"));
        handler.refuse(app, new Outcome.TooLarge());
        handler.refuse(app, new Outcome.Busy());
        handler.refuse(app, new Outcome.TooSlow());
        handler.refuse(app, new Outcome.Incomplete());
        log.refuse();
        receive(SignedDelivery.valid());

        // Then
        for (String outcome : new String[] {
            "recorded", "known", "forged", "malformed", "too_large", "busy", "too_slow", "incomplete", "failed"
        }) {
            assertThat(counted("dm.verify.webhook.deliveries", outcome))
                    .as(outcome)
                    .isEqualTo(1);
        }
        assertThat(meters.find("dm.verify.webhook.deliveries").counters().stream()
                        .mapToDouble(Counter::count)
                        .sum())
                .isEqualTo(9);
        assertThat(counted("dm.verify.webhook.activities", "recorded")).isEqualTo(1);
        assertThat(counted("dm.verify.webhook.activities", "known")).isEqualTo(1);
    }

    private Outcome receive(SignedDelivery delivery) {
        return handler.receive(app, delivery.body(), delivery.signature());
    }

    private double counted(String name, String outcome) {
        return meters.counter(name, "app", "default", "outcome", outcome).count();
    }
}
