package com.dmverify.api.store;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the state lies in Redis.
 *
 * @param keepPending how long a verification outlives an absence of this service before its end; after its end {@code
 *     dm-verify.policy.keep-terminal} decides
 * @param keepShared the same for the deadlines and outboxes of the shards, which hold what is older
 * @param outboxMost how many records of a shard may wait for Kafka before no verification is begun in it: with 64 shards and
 *     some 500 bytes each, about half a gigabyte of Redis when Kafka has been away for long
 * @param sweepBatch how many overdue verifications of a shard one sweep takes: bounds its memory
 * @param hintTimeout how long an answer waits for the queue in front of a message; then it comes without an eta
 */
@ConfigurationProperties("dm-verify.state")
record StateProperties(
        @DefaultValue("7d") Duration keepPending,
        @DefaultValue("30d") Duration keepShared,
        @DefaultValue("16384") int outboxMost,
        @DefaultValue("200") int sweepBatch,
        @DefaultValue("250ms") Duration hintTimeout) {

    StateProperties {
        if (outboxMost < 1 || sweepBatch < 1) {
            throw new IllegalArgumentException("dm-verify.state: outbox-most and sweep-batch must be at least 1");
        }
        if (keepShared.compareTo(keepPending) < 0) {
            throw new IllegalArgumentException("dm-verify.state: keep-shared must not be shorter than keep-pending");
        }
    }
}
