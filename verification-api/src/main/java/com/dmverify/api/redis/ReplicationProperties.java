package com.dmverify.api.redis;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Waiting for replicas after each commit, so that a failover of Redis loses none. Not for a Redis cluster.
 *
 * @param replicas how many must have a commit before it is answered; 0 does not wait. With fewer the answer is 503
 * @param timeout how long they may take
 * @param connections how many commits can wait at the same time
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
