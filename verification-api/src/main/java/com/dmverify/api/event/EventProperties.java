package com.dmverify.api.event;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * From the outbox to Kafka.
 *
 * @param publishPatience how long an answer to the platform waits for Kafka; after that the fact is left to the sweeper
 * @param sweepEvery pause between two sweeps of the outbox: the longest extra wait after a crash
 * @param leftBehindAfter age at which a waiting fact counts as left behind; longer than publish-patience, so that the
 *     sweeper does not repeat what is being published
 * @param sweepPatience the longest sweep
 */
@ConfigurationProperties("dm-verify.events")
record EventProperties(
        @DefaultValue("2s") Duration publishPatience,
        @DefaultValue("2s") Duration sweepEvery,
        @DefaultValue("5s") Duration leftBehindAfter,
        @DefaultValue("60s") Duration sweepPatience) {}
