package com.dmverify.guarantees.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A record in a dead letter topic.
 *
 * @param poison the number of the poisonous record; empty if it was none
 * @param content see {@link #content}
 */
public record DeadLetter(
        String topic, Optional<Integer> poison, Optional<String> content, String cause, String origin) {

    /** The header that holds the number of a poisonous record. */
    public static final String POISON = "guarantees-poison";

    static DeadLetter of(ConsumerRecord<String, byte[]> record) {
        Headers headers = record.headers();
        return new DeadLetter(
                record.topic(),
                poison(headers),
                content(record.value()),
                text(headers, "dlt-cause"),
                text(headers, "dlt-origin"));
    }

    static Optional<Integer> poison(Headers headers) {
        return Optional.of(text(headers, POISON))
                .filter(number -> !number.isEmpty())
                .map(Integer::valueOf);
    }

    /** The bytes of a record in a form that can be compared; empty if it has none. */
    public static Optional<String> content(byte @Nullable [] value) {
        return Optional.ofNullable(value).map(HexFormat.of()::formatHex);
    }

    private static String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), UTF_8);
    }
}
