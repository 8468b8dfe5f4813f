package com.dmverify.webhook.recovery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When an interruption is an outage.
 *
 * @param interval how often it is recorded that a receiver is there: a record a minute is nothing to Kafka
 * @param longestGap a longer time without that record is an outage; a rolling restart and a broker's change of leader are shorter
 */
@ConfigurationProperties("dm-verify.webhook.recovery")
record RecoveryProperties(
        @DefaultValue("1m") Duration interval,
        @DefaultValue("3m") Duration longestGap) {}
