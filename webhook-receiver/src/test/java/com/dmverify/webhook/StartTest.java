package com.dmverify.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import com.dmverify.webhook.app.Apps;
import com.dmverify.x.webhook.WebhookSeal;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class StartTest {

    @Test
    void withoutASecretTheStartFailsAndSaysWhereToPutIt() {
        assertThatException()
                .isThrownBy(() -> WebhookReceiver.application()
                        .run("--server.port=0", "--management.server.port=0", "--X_CONSUMER_SECRET="))
                .havingRootCause()
                .withMessageContaining("dm-verify.webhook.apps.default.consumer-secret")
                .withMessageContaining("X_CONSUMER_SECRET");
    }

    @Test
    void theSandboxProfileKnowsTheSandboxsApp() {
        try (ConfigurableApplicationContext context = WebhookReceiver.application()
                .run("--server.port=0", "--management.server.port=0", "--spring.profiles.active=sandbox")) {
            // Given
            Apps apps = context.getBean(Apps.class);

            // When
            String answer = apps.named(null).seal().crcResponse("challenge_string");

            // Then
            assertThat(answer).isEqualTo(new WebhookSeal("sandbox-consumer-secret").crcResponse("challenge_string"));
        }
    }
}
