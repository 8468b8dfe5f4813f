package com.dmverify.api.store;

import com.dmverify.api.verification.Fact;

/**
 * A fact that waits in the outbox until Kafka has it.
 *
 * @param shard where it waits
 * @param entry its place there
 */
public record Announcement(int shard, String entry, Fact fact) {}
