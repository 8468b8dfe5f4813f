package com.dmverify.api.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dmverify.api.outbox.KafkaRecord;
import com.dmverify.api.verification.Verification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a store keeps of one verification.
 *
 * @param verification its state; null if there is none
 * @param deadline null if it has none
 * @param life the time to live of the value; null in memory
 * @param records its records in the outbox, in their order
 */
record Kept(
        @Nullable Verification verification,
        @Nullable Instant deadline,
        @Nullable Duration life,
        List<KafkaRecord> records) {

    /** An order has another subject than the verification, but an id that begins with it. */
    static String idOf(KafkaRecord record) {
        String event = header(record, "ce_id");
        return event.substring(0, event.indexOf('.'));
    }

    static String header(KafkaRecord record, String name) {
        return new String(record.headers().get(name), UTF_8);
    }

    /** {@code <verification id>.<sequence>} of each record. */
    List<String> eventIds() {
        return records.stream().map(record -> header(record, "ce_id")).toList();
    }

    /** The simple name of the type of each record. */
    List<String> eventTypes() {
        return records.stream()
                .map(record -> header(record, "ce_type"))
                .map(type -> type.substring(type.lastIndexOf('.') + 1))
                .toList();
    }
}
