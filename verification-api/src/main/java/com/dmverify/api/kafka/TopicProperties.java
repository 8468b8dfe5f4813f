package com.dmverify.api.kafka;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The topics that are made where they are missing.
 *
 * @param orderPartitions of {@code verification.requested}: all orders of an account, or of one of its lanes, go to one
 *     partition, so with a broker's usual default of 1 every account waits for every other. The same as dm-sender's, for either
 *     may be the first to start
 */
@ConfigurationProperties("dm-verify.topics")
record TopicProperties(@DefaultValue("6") int orderPartitions) {

    TopicProperties {
        if (orderPartitions < 1) {
            throw new IllegalArgumentException("dm-verify.topics: order-partitions must be at least 1");
        }
    }
}
