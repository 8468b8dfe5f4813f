package com.dmverify.webhook.recording;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Shows whether Kafka answers. Not part of readiness: without Kafka the receiver still answers CRC checks and asks X to
 * deliver again, which it could not if it were removed from the load balancer.
 */
final class KafkaHealthIndicator implements HealthIndicator {

    private static final int TIMEOUT_MILLIS = 1000;

    private final Map<String, Object> admin;
    private final Object bootstrapServers;

    KafkaHealthIndicator(KafkaAdmin admin) {
        this.admin = Map.copyOf(admin.getConfigurationProperties());
        this.bootstrapServers = this.admin.getOrDefault(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "none");
    }

    @Override
    public Health health() {
        // A new client for each check: a permanent one fills the log while the broker is unavailable.
        try (Admin client = Admin.create(admin)) {
            int nodes = client.describeCluster(new DescribeClusterOptions().timeoutMs(TIMEOUT_MILLIS))
                    .nodes()
                    .get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
                    .size();
            return Health.up().withDetail("brokers", nodes).build();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return down(e);
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            return down(e);
        }
    }

    private Health down(Exception e) {
        return Health.down()
                .withDetail("bootstrap_servers", bootstrapServers)
                .withDetail("means", "deliveries are answered with 503 and X tries again")
                .withDetail("error", e.getClass().getSimpleName())
                .build();
    }
}
