package com.dmverify.cli.terminal;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes JSON for a terminal: characters that could control it are replaced. */
public final class Json {

    private static final JsonMapper COMPACT = JsonMapper.builder().build();
    private static final JsonMapper INDENTED =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Json() {}

    /** The value on one line. */
    public static String line(JsonNode value) {
        return Printable.line(COMPACT.writeValueAsString(value));
    }

    /** The value on several indented lines. */
    public static String lines(JsonNode value) {
        return Printable.lines(INDENTED.writeValueAsString(value));
    }
}
