package com.dmverify.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.dmverify.webhook.SignedDelivery;
import com.dmverify.webhook.app.App;
import com.dmverify.webhook.log.LogLimiter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class DeliveryMetricsTest {

    private final App app = App.of("acme", SignedDelivery.SECRET);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final DeliveryMetrics metrics = new DeliveryMetrics(meters, new LogLimiter(2, () -> 0));
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(DeliveryMetrics.class);

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(lines);
    }

    @Test
    void aDeliveryIsLoggedOnceWithKeyValues() {
        // When
        metrics.writing(app, () -> new Outcome.Recorded(2, 1));

        // Then
        assertThat(lines.list).singleElement().satisfies(line -> {
            assertThat(line.getMessage()).isEqualTo("webhook.received");
            assertThat(line.getKeyValuePairs())
                    .extracting(pair -> pair.key + "=" + pair.value)
                    .contains("app=acme", "outcome=recorded", "count=2", "known=1");
        });
    }

    @Test
    void forgedDeliveriesAreLoggedUpToTheLimitAndAllCounted() {
        // When
        for (int i = 0; i < 100; i++) {
            metrics.writing(app, () -> new Outcome.Forged(true));
            metrics.writing(app, () -> new Outcome.Busy());
        }
        metrics.writing(app, () -> new Outcome.Recorded(1, 0));

        // Then
        assertThat(lines.list).hasSize(3);
        assertThat(meters.counter("dm.verify.webhook.deliveries", "app", "acme", "outcome", "forged")
                        .count())
                .isEqualTo(100);
    }

    @Test
    void anExceptionIsCountedAsFailed() {
        // When
        assertThatIllegalStateException()
                .isThrownBy(() -> metrics.writing(app, () -> {
                    throw new IllegalStateException("a bug");
                }));

        // Then
        assertThat(meters.counter("dm.verify.webhook.deliveries", "app", "acme", "outcome", "failed")
                        .count())
                .isEqualTo(1);
    }
}
