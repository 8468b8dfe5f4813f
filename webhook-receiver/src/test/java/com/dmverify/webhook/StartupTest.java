package com.dmverify.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import com.dmverify.webhook.app.Apps;
import com.dmverify.x.webhook.WebhookSignature;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.core.ProducerFactory;

class StartupTest {

    @Test
    void theStartFailsWithoutASecretAndNamesTheProperty() {
        assertThatException()
                .isThrownBy(() -> WebhookReceiver.application()
                        .run("--server.port=0", "--management.server.port=0", "--X_CONSUMER_SECRET="))
                .havingRootCause()
                .withMessageContaining("dm-verify.webhook.apps.default.consumer-secret")
                .withMessageContaining("X_CONSUMER_SECRET");
    }

    @Test
    void theProducerHasTheTimeOutOfTheDeliveryAndAcksAll() {
        try (ConfigurableApplicationContext context = WebhookReceiver.application()
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--spring.profiles.active=sandbox",
                        "--dm-verify.webhook.recording.acknowledgement-timeout=1s")) {
            ProducerFactory<?, ?> producers = context.getBean(ProducerFactory.class);

            assertThat(producers.getConfigurationProperties())
                    .containsEntry("acks", "all")
                    .containsEntry("linger.ms", "1")
                    .containsEntry("delivery.timeout.ms", 1000)
                    .containsEntry("request.timeout.ms", 500)
                    .containsEntry("max.block.ms", 1000L);
        }
    }

    @Test
    void theSandboxProfileHasTheAppOfTheSandbox() {
        try (ConfigurableApplicationContext context = WebhookReceiver.application()
                .run("--server.port=0", "--management.server.port=0", "--spring.profiles.active=sandbox")) {
            // Given
            Apps apps = context.getBean(Apps.class);

            // When
            String answer = apps.named(null).signature().crcResponse("challenge_string");

            // Then
            assertThat(answer)
                    .isEqualTo(new WebhookSignature("sandbox-consumer-secret").crcResponse("challenge_string"));
        }
    }
}
