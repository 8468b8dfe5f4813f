package com.dmverify.api.outbox;

/**
 * A record that waits in the outbox until Kafka has it.
 *
 * @param stream the stream where it waits
 * @param id its place there
 */
public record OutboxEntry(String stream, String id, KafkaRecord record) {}
