package com.dmverify.sandbox.wire;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** A JSON object in the making: keeps its order, and what is {@code null} is left out. */
public final class Fields extends LinkedHashMap<String, Object> {

    public static Fields of(String name, @Nullable Object value) {
        return new Fields().with(name, value);
    }

    public Fields with(String name, @Nullable Object value) {
        if (value != null) {
            put(name, value);
        }
        return this;
    }
}
