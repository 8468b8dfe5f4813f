package com.dmverify.support.startup;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

/** Readiness of an application: every {@link StartupCheck} bean, and Kafka if the application uses it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StartupProperties.class)
public class StartupConfiguration {

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    @Bean
    StartupReadiness startupReadiness(ObjectProvider<StartupCheck> checks) {
        return new StartupReadiness(checks.orderedStream().toList(), INTERVAL);
    }

    /** Takes the place of Spring Boot's bean of this name, which is in the group {@code readiness}. */
    @Bean
    StartupReadinessIndicator readinessStateHealthIndicator(
            ApplicationAvailability availability, StartupReadiness startup) {
        return new StartupReadinessIndicator(availability, startup);
    }

    @Bean
    StartupCheck kafkaStartupCheck(ObjectProvider<KafkaAdmin> admin, StartupProperties properties) {
        return new StartupCheck("kafka", () -> {
            KafkaAdmin kafka = admin.getIfAvailable();
            return kafka == null ? 0 : nodes(kafka.getConfigurationProperties(), properties.kafkaTimeoutMillis());
        });
    }

    private static int nodes(Map<String, Object> settings, int timeoutMillis) throws Exception {
        try (Admin client = Admin.create(settings)) {
            return client.describeCluster(new DescribeClusterOptions().timeoutMs(timeoutMillis))
                    .nodes()
                    .get(timeoutMillis, TimeUnit.MILLISECONDS)
                    .size();
        }
    }
}
