package com.dmverify.sender.redis;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Waiting for replicas after a dispatch is claimed, called and settled, so that a failover of Redis loses none of it. Not for a
 * Redis cluster.
 *
 * @param replicas how many must have the change; 0 does not wait. With fewer the call to X is not made, and the order waits
 * @param timeout how long they may take
 * @param connections how many changes can wait at the same time
 */
@ConfigurationProperties("dm-verify.redis.wait")
record ReplicationProperties(
        @DefaultValue("0") int replicas,
        @DefaultValue("100ms") Duration timeout,
        @DefaultValue("8") int connections) {

    ReplicationProperties {
        if (replicas < 0 || connections < 1 || !timeout.isPositive()) {
            throw new IllegalArgumentException(
                    "dm-verify.redis.wait: replicas must not be negative, connections and timeout must be positive");
        }
    }
}
