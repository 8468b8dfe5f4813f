package com.dmverify.sandbox.http;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** A JSON object with ordered members; {@code null} values are omitted. */
public final class JsonObject extends LinkedHashMap<String, Object> {

    public static JsonObject of(String name, @Nullable Object value) {
        return new JsonObject().with(name, value);
    }

    public JsonObject with(String name, @Nullable Object value) {
        if (value != null) {
            put(name, value);
        }
        return this;
    }
}
