package com.dmverify.api.store;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes the fields of a stored verification, without those that have no value. */
record FieldWriter(JsonGenerator json) {

    void text(String name, @Nullable String value) {
        if (value != null) {
            json.writeStringProperty(name, value);
        }
    }

    void number(String name, long value) {
        json.writeNumberProperty(name, value);
    }

    void time(String name, @Nullable Instant value) {
        if (value != null) {
            json.writeNumberProperty(name, value.toEpochMilli());
        }
    }

    void texts(String name, Map<String, String> values) {
        if (!values.isEmpty()) {
            json.writeObjectPropertyStart(name);
            values.forEach(json::writeStringProperty);
            json.writeEndObject();
        }
    }
}
