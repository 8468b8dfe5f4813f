package com.dmverify.api.pace;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Listening to how fast the accounts can send.
 *
 * @param believedFor a pace that is older is not believed, and no eta is given; longer than a few of dm-sender's heartbeats
 *     (30s)
 * @param pollPatience how long one poll waits for records: bounds how late a new partition is noticed, and nothing else
 * @param lookPatience how long a look for the topic's partitions may take; then Kafka counts as away
 * @param retryEvery pause before Kafka or the topic is looked for again while it is not there
 */
@ConfigurationProperties("dm-verify.pace")
record PaceProperties(
        @DefaultValue("2m") Duration believedFor,
        @DefaultValue("1s") Duration pollPatience,
        @DefaultValue("5s") Duration lookPatience,
        @DefaultValue("2s") Duration retryEvery) {

    PaceProperties {
        if (!believedFor.isPositive()) {
            throw new IllegalArgumentException("dm-verify.pace: believed-for must be positive");
        }
    }
}
