package com.dmverify.api.store;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the state lies in Redis.
 *
 * @param sweepBatch how many overdue verifications or waiting events of a shard one sweep takes: bounds its memory
 * @param hintTimeout how long an answer waits for the queue in front of a message; then it comes without an eta
 */
@ConfigurationProperties("dm-verify.state")
record StateProperties(
        @DefaultValue("200") int sweepBatch,
        @DefaultValue("250ms") Duration hintTimeout) {

    StateProperties {
        if (sweepBatch < 1) {
            throw new IllegalArgumentException("dm-verify.state: sweep-batch must be at least 1");
        }
    }
}
