package com.dmverify.api.store;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the state lies in Redis.
 *
 * @param shards slots over which verifications are spread, so that a cluster shares the load; the same in every replica,
 *     and not to be changed while verifications are pending
 * @param sweepBatch how many overdue verifications or waiting facts of a shard one sweep takes: bounds its memory
 */
@ConfigurationProperties("dm-verify.state")
record StateProperties(
        @DefaultValue("16") int shards, @DefaultValue("200") int sweepBatch) {

    StateProperties {
        if (shards < 1 || shards > 1024) {
            throw new IllegalArgumentException("dm-verify.state: shards must be 1 to 1024");
        }
        if (sweepBatch < 1) {
            throw new IllegalArgumentException("dm-verify.state: sweep-batch must be at least 1");
        }
    }
}
