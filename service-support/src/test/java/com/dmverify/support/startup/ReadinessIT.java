package com.dmverify.support.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.local.LocalKafka;
import com.dmverify.schemas.Topics;
import com.dmverify.support.ServiceSupport;
import com.dmverify.support.TestApplication;
import com.dmverify.support.topic.UsedTopics;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class ReadinessIT {

    private static final Duration LONG = Duration.ofSeconds(90);

    @Test
    void anApplicationIsReadyAfterTheFirstContactWithEverythingAndStaysReady() throws Exception {
        // Given a Kafka that is away
        LocalKafka kafka = LocalKafka.builder().build();
        try (kafka;
                TestApplication app = TestApplication.start(
                        Application.class,
                        "spring.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
                        "dm-verify.durability=relaxed")) {
            await().atMost(LONG).untilAsserted(() -> {
                HttpResponse<String> readiness = app.get("/actuator/health/readiness");
                assertThat(readiness.statusCode()).isEqualTo(503);
                assertThat(readiness.body())
                        .contains("OUT_OF_SERVICE", "kafka", "kafka-topics", "schemas", "other", "it is away");
            });
            assertThat(app.get("/actuator/health/liveness").statusCode()).isEqualTo(200);

            // When Kafka comes, the other system is still missing
            kafka.start();
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(
                                    app.get("/actuator/health/readiness").body())
                            .doesNotContain("kafka", "schemas")
                            .contains("other"));
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
                assertThat(admin.listTopics().names().get()).contains(Topics.DM_ATTEMPTED);
            }
            app.bean(AtomicBoolean.class).set(true);

            // Then
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(
                                    app.get("/actuator/health/readiness").statusCode())
                            .isEqualTo(200));

            // When both are away again
            app.bean(AtomicBoolean.class).set(false);
            kafka.stop();

            // Then
            assertThat(app.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ServiceSupport
    static class Application {

        @Bean
        AtomicBoolean isThere() {
            return new AtomicBoolean();
        }

        @Bean
        StartupCheck other(AtomicBoolean isThere) {
            return new StartupCheck("other", () -> {
                if (!isThere.get()) {
                    throw new IllegalStateException("it is away");
                }
                return true;
            });
        }

        @Bean
        UsedTopics lateTopic() {
            return UsedTopics.of(Topics.DM_ATTEMPTED);
        }
    }
}
