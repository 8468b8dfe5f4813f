package com.dmverify.api.eta;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Reading the rate limits of the accounts.
 *
 * @param believedFor rate limits that are older are ignored, and no eta is given; longer than a few of dm-sender's heartbeats
 *     (30s)
 * @param pollTimeout how long one poll waits for records: bounds how late a new partition is noticed, and nothing else
 * @param lookTimeout the longest lookup of the topic's partitions; then Kafka counts as unavailable
 * @param retryEvery pause before the next attempt while Kafka or the topic is unavailable
 */
@ConfigurationProperties("dm-verify.eta")
record EtaProperties(
        @DefaultValue("2m") Duration believedFor,
        @DefaultValue("1s") Duration pollTimeout,
        @DefaultValue("5s") Duration lookTimeout,
        @DefaultValue("2s") Duration retryEvery) {

    EtaProperties {
        if (!believedFor.isPositive()) {
            throw new IllegalArgumentException("dm-verify.eta: believed-for must be positive");
        }
    }
}
