package com.dmverify.api.deadline;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Ending what waited long enough.
 *
 * @param sweepEvery pause between two sweeps: how late an end may be published. A check is never late, it looks itself
 * @param reviewEvery pause between two looks at the damaged ones: how late the metric is
 * @param sweepTimeout the longest sweep
 * @param lease after which another replica sweeps the shards of one that does not complete its passes
 * @param shards how many shards are swept at once
 * @param concurrency how many verifications of a shard are ended at once
 */
@ConfigurationProperties("dm-verify.deadlines")
record DeadlineProperties(
        @DefaultValue("1s") Duration sweepEvery,
        @DefaultValue("30s") Duration reviewEvery,
        @DefaultValue("60s") Duration sweepTimeout,
        @DefaultValue("10s") Duration lease,
        @DefaultValue("16") int shards,
        @DefaultValue("32") int concurrency) {}
