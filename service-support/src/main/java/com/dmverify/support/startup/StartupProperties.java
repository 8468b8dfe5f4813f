package com.dmverify.support.startup;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How an application starts.
 *
 * @param kafkaTimeout the longest wait for an answer of Kafka to one question at start. A broker that runs answers within
 *     milliseconds; while it is away, the application is up after three such waits, and becomes ready when Kafka is back
 */
@ConfigurationProperties("dm-verify.startup")
public record StartupProperties(@DefaultValue("5s") Duration kafkaTimeout) {

    public StartupProperties {
        if (!kafkaTimeout.isPositive()) {
            throw new IllegalArgumentException("dm-verify.startup.kafka-timeout must be more than 0");
        }
    }

    /** The same, as Kafka's clients take it. */
    public int kafkaTimeoutMillis() {
        return (int) kafkaTimeout.toMillis();
    }
}
