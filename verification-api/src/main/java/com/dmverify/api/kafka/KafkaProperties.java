package com.dmverify.api.kafka;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Consuming the records of dm-sender and webhook-receiver.
 *
 * @param pollTimeout the longest that the records of one poll may take; must stay below Kafka's max.poll.interval.ms
 * @param recordTimeout the longest that one record may take; longer than the time-outs of its calls (Redis 2 s, Kafka 10 s),
 *     so that only work which gives no signal at all reaches it
 * @param retryEvery pause before a failed poll is repeated; it is repeated until it succeeds, because nothing may be lost
 * @param deadLetterGivenUpAfter how long a dead letter that its topic refuses, for lack of rights, holds up its consumer; then
 *     the record is given up, with an error in the log and in a metric
 */
@ConfigurationProperties("dm-verify.kafka")
record KafkaProperties(
        @DefaultValue("60s") Duration pollTimeout,
        @DefaultValue("30s") Duration recordTimeout,
        @DefaultValue("1s") Duration retryEvery,
        @DefaultValue("1h") Duration deadLetterGivenUpAfter) {

    KafkaProperties {
        if (recordTimeout.compareTo(pollTimeout) >= 0) {
            throw new IllegalArgumentException("dm-verify.kafka: record-timeout must be shorter than poll-timeout");
        }
    }
}
