package com.dmverify.api.store.person;

/**
 * A change that waits until Kafka has it.
 *
 * @param shard where it waits
 * @param entry its place there
 */
public record WaitingChange(int shard, String entry, OptOutChange change) {}
