package com.dmverify.x.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads fields of X's JSON. Ids are always text, whether X wrote a string or a number. A missing required field is an
 * {@link UnexpectedJsonException}.
 */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    /** The tree in these bytes; a missing node for no bytes. */
    public static JsonNode parse(byte[] bytes) {
        try {
            return MAPPER.readTree(bytes);
        } catch (JacksonException e) {
            throw new UnexpectedJsonException("not JSON");
        }
    }

    /** The tree in these bytes; a missing node if they are not JSON. */
    public static JsonNode parseOrMissing(byte[] bytes) {
        try {
            return parse(bytes);
        } catch (UnexpectedJsonException _) {
            return MAPPER.missingNode();
        }
    }

    /** The bytes of a tree, or of maps, lists, strings and numbers. */
    public static byte[] bytes(Object object) {
        return MAPPER.writeValueAsBytes(object);
    }

    /** An empty object to fill. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** The text of a required field. */
    public static String text(JsonNode node, String field) {
        return optionalText(node, field).orElseThrow(() -> missing(field));
    }

    /** The text of a field, or null. */
    public static @Nullable String textOrNull(JsonNode node, String field) {
        return optionalText(node, field).orElse(null);
    }

    /** The text of a field: strings and numbers, nothing else. */
    public static Optional<String> optionalText(JsonNode node, String field) {
        return node.path(field).asStringOpt();
    }

    /** The value of a required boolean field. */
    public static boolean flag(JsonNode node, String field) {
        return node.path(field).booleanValueOpt().orElseThrow(() -> missing(field));
    }

    /** A required object or array. */
    public static JsonNode child(JsonNode node, String field) {
        JsonNode child = node.path(field);
        if (!child.isContainer()) {
            throw missing(field);
        }
        return child;
    }

    /** The elements of an array, mapped; empty if it is no array. */
    public static <T> Stream<T> each(JsonNode array, Function<JsonNode, T> reading) {
        return array.isArray() ? array.valueStream().map(reading) : Stream.empty();
    }

    /** A plausible time in milliseconds since 1970, string or number, as v1.1 writes it. */
    public static Instant millis(JsonNode node, String field, Instant now) {
        try {
            return plausible(Instant.ofEpochMilli(Long.parseLong(text(node, field))), field, now);
        } catch (NumberFormatException _) {
            throw missing(field);
        }
    }

    /** A plausible time in ISO 8601, as v2 writes it. */
    public static Instant iso(JsonNode node, String field, Instant now) {
        try {
            return plausible(OffsetDateTime.parse(text(node, field)).toInstant(), field, now);
        } catch (DateTimeException _) {
            throw missing(field);
        }
    }

    /** The instant, if it is plausible. */
    public static Instant plausible(Instant instant, String field, Instant now) {
        if (!Instants.isPlausible(instant, now)) {
            throw missing(field);
        }
        return instant;
    }

    private static UnexpectedJsonException missing(String field) {
        return new UnexpectedJsonException("no usable \"" + field + "\"");
    }
}
