package com.dmverify.api.store;

import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a stored verification, by name. Times are epoch milliseconds.
 *
 * @param fields without those that were left out
 */
record FieldReader(Map<String, String> fields) {

    String text(String field) {
        String value = fields.get(field);
        if (value == null) {
            throw new IllegalArgumentException("no " + field);
        }
        return value;
    }

    @Nullable
    String optional(String field) {
        return fields.get(field);
    }

    <T> @Nullable T map(String field, Function<String, T> type) {
        String value = optional(field);
        return value == null ? null : type.apply(value);
    }

    int number(String field) {
        return Integer.parseInt(text(field));
    }

    Instant time(String field) {
        return Instant.ofEpochMilli(Long.parseLong(text(field)));
    }

    @Nullable
    Instant optionalTime(String field) {
        return map(field, millis -> Instant.ofEpochMilli(Long.parseLong(millis)));
    }
}
