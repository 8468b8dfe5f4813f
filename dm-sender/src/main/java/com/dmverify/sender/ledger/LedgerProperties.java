package com.dmverify.sender.ledger;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The ledger of dispatches.
 *
 * @param lease how long a claim is respected: longer than all time-outs of one attempt together (a look-up, a reading of
 *     the conversation, a message, Redis in between). The order of a replica that died waits so long
 * @param memory how long an outcome is kept: longer than any verification waits for its message or Kafka redelivers
 */
@ConfigurationProperties("dm-verify.sender.ledger")
public record LedgerProperties(
        @DefaultValue("40s") Duration lease,
        @DefaultValue("26h") Duration memory) {}
