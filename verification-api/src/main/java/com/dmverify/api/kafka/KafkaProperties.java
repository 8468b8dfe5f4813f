package com.dmverify.api.kafka;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Listening to the sender and to X.
 *
 * @param pollTimeout the longest that the records of one poll may take; must stay below Kafka's max.poll.interval.ms
 * @param retryEvery pause before a failed poll is repeated; it is repeated until it succeeds, because nothing may be lost
 * @param deadLetterGivenUpAfter how long a dead letter that its topic refuses, for want of rights, holds up its consumer; then the
 *     record is given up, with an error in the log and in a metric
 */
@ConfigurationProperties("dm-verify.kafka")
record KafkaProperties(
        @DefaultValue("60s") Duration pollTimeout,
        @DefaultValue("1s") Duration retryEvery,
        @DefaultValue("1h") Duration deadLetterGivenUpAfter) {}
