package com.dmverify.webhook.redaction;

import com.dmverify.text.CodeRedaction;
import com.dmverify.text.UnicodeText;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Redacts strings, numbers and field names in JSON. Values of digits only are kept in fields for ids and times, so that
 * an operator can find the event.
 */
final class RedactedJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Pattern NAME_OF_ID_OR_TIME =
            Pattern.compile("id|id_str|.+_id|.+_id_str|.+_timestamp|timestamp_ms");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    /** Objects whose field names are ids. */
    private static final Pattern BY_ID = Pattern.compile("users|apps");

    private RedactedJson() {}

    static String of(String json) {
        return redacted("", MAPPER.readTree(json)).toString();
    }

    private static JsonNode redacted(String name, JsonNode node) {
        return switch (node) {
            case ObjectNode object -> object(name, object);
            case ArrayNode array -> array(name, array);
            default -> node.isString() || node.isNumber() ? value(name, node) : node;
        };
    }

    private static JsonNode object(String name, ObjectNode object) {
        ObjectNode redacted = MAPPER.createObjectNode();
        boolean byId = BY_ID.matcher(name).matches();
        object.forEachEntry((field, value) -> {
            boolean stays = byId && DIGITS.matcher(field).matches();
            redacted.set(stays ? field : textOf(field), redacted(field, value));
        });
        return redacted;
    }

    private static JsonNode array(String name, ArrayNode array) {
        ArrayNode redacted = MAPPER.createArrayNode();
        array.forEach(element -> redacted.add(redacted(name, element)));
        return redacted;
    }

    private static JsonNode value(String name, JsonNode value) {
        String text = value.asString();
        if (DIGITS.matcher(text).matches() && NAME_OF_ID_OR_TIME.matcher(name).matches()) {
            return value;
        }
        String redacted = textOf(text);
        return redacted.equals(text) ? value : MAPPER.getNodeFactory().stringNode(redacted);
    }

    private static String textOf(String text) {
        return CodeRedaction.redact(UnicodeText.wellFormed(text));
    }
}
