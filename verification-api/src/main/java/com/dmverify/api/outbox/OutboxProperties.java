package com.dmverify.api.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * From the outbox to Kafka.
 *
 * @param publishTimeout how long an answer to the platform waits for Kafka; after that the event is left to the sweeper
 * @param sweepEvery pause between two sweeps of the outbox: the longest extra wait after a crash
 * @param overdueAfter age at which a waiting event counts as left behind; longer than publish-timeout, so that the
 *     sweeper does not repeat what is being published
 * @param sweepTimeout the longest sweep
 */
@ConfigurationProperties("dm-verify.outbox")
record OutboxProperties(
        @DefaultValue("2s") Duration publishTimeout,
        @DefaultValue("2s") Duration sweepEvery,
        @DefaultValue("5s") Duration overdueAfter,
        @DefaultValue("60s") Duration sweepTimeout) {}
