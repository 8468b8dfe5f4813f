package com.dmverify.promises.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A record that its reader put aside.
 *
 * @param poison which poison it was; empty if it was none of ours
 * @param content see {@link #content}
 */
public record DeadLetter(
        String topic, Optional<Integer> poison, Optional<String> content, String cause, String origin) {

    /** The header with which a poisonous record says its number. */
    public static final String POISON = "promises-poison";

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

    /** The bytes of a record, to be compared; empty if it has none. */
    public static Optional<String> content(byte @Nullable [] value) {
        return Optional.ofNullable(value).map(HexFormat.of()::formatHex);
    }

    private static String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), UTF_8);
    }
}
