package com.dmverify.api.eta;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Listening to how fast the accounts can send.
 *
 * @param believedFor rate limits that are older are ignored, and no eta is given; longer than a few of dm-sender's heartbeats
 *     (30s)
 * @param pollTimeout how long one poll waits for records: bounds how late a new partition is noticed, and nothing else
 * @param lookTimeout how long a look for the topic's partitions may take; then Kafka counts as away
 * @param retryEvery pause before Kafka or the topic is looked for again while it is not there
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
