package com.dmverify.api.store;

import com.dmverify.api.verification.VerificationEvent;

/**
 * An event that waits in the outbox until Kafka has it.
 *
 * @param shard where it waits
 * @param id its id in the stream
 */
public record OutboxEntry(int shard, String id, VerificationEvent event) {}
