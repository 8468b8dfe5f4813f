package com.dmverify.api.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The way of events and orders to Kafka. No answer waits for it.
 *
 * @param queue how many records of a topic wait in this process for its producer; more are left to the sweeper
 * @param linger how long the producer waits for more records: no answer waits for it, and larger requests cost less
 * @param removeBatch how many published records are removed from Redis at once
 * @param removeTimeout how long a removal may take; after that the sweeper publishes the records again
 * @param sweepEvery pause between two sweeps: the longest extra wait after a crash
 * @param sweepAfter age at which a record counts as left behind: longer than a publication takes while Kafka is there
 * @param sweepBatch how many records of a stream one sweep reads: bounds its memory
 * @param sweepTimeout the longest sweep
 * @param lease after which another replica sweeps the shards of one that does not complete its passes
 * @param keepWaiting how long records outlive an absence of this service
 * @param stopTimeout how long a stop waits for records that are under way
 */
@ConfigurationProperties("dm-verify.outbox")
record OutboxProperties(
        @DefaultValue("10000") int queue,
        @DefaultValue("5ms") Duration linger,
        @DefaultValue("500") int removeBatch,
        @DefaultValue("5s") Duration removeTimeout,
        @DefaultValue("2s") Duration sweepEvery,
        @DefaultValue("5s") Duration sweepAfter,
        @DefaultValue("200") int sweepBatch,
        @DefaultValue("60s") Duration sweepTimeout,
        @DefaultValue("10s") Duration lease,
        @DefaultValue("30d") Duration keepWaiting,
        @DefaultValue("5s") Duration stopTimeout) {

    OutboxProperties {
        if (queue < 1 || removeBatch < 1 || sweepBatch < 1) {
            throw new IllegalArgumentException(
                    "dm-verify.outbox: queue, remove-batch and sweep-batch must be at least 1");
        }
    }
}
