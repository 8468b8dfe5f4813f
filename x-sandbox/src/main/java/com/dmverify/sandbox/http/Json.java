package com.dmverify.sandbox.http;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes JSON. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    public static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /** Parses one JSON value; empty if the bytes are not one. */
    public static Optional<JsonNode> read(byte[] bytes) {
        try {
            JsonNode node = MAPPER.readTree(bytes);
            return node == null || node.isMissingNode() ? Optional.empty() : Optional.of(node);
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    /** Returns a JSON string or integer as text, because some clients send ids as numbers; otherwise {@code null}. */
    public static @Nullable String text(JsonNode node) {
        if (node.isString()) {
            return node.stringValue();
        }
        return node.isIntegralNumber() ? node.asString() : null;
    }
}
