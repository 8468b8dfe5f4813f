package com.dmverify.cli.deadletter.format;

import com.dmverify.events.ActivityRecorded;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Converts a record to JSON. What a person wrote in a message is omitted unless it is requested. */
final class EventJson {

    static final String OMITTED = "(omitted; --with-texts shows it)";

    private static final Set<String> WITH_TEXTS = Set.of("text", "raw");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final boolean withTexts;

    EventJson(boolean withTexts) {
        this.withTexts = withTexts;
    }

    ObjectNode of(SpecificRecord event) {
        ObjectNode json = JSON.objectNode();
        for (Schema.Field field : event.getSchema().getFields()) {
            Object value = event.get(field.pos());
            json.set(field.name(), isPrivate(event, field, value) ? JSON.stringNode(OMITTED) : node(value));
        }
        return json;
    }

    private boolean isPrivate(SpecificRecord event, Schema.Field field, @Nullable Object value) {
        return !withTexts && value != null && event instanceof ActivityRecorded && WITH_TEXTS.contains(field.name());
    }

    private JsonNode node(@Nullable Object value) {
        return switch (value) {
            case null -> JSON.nullNode();
            case SpecificRecord nested -> of(nested);
            case Boolean truth -> JSON.booleanNode(truth);
            case Integer number -> JSON.numberNode(number);
            case Long number -> JSON.numberNode(number);
            case Number number -> JSON.numberNode(number.doubleValue());
            case ByteBuffer bytes -> JSON.stringNode(hex(bytes));
            case Collection<?> many -> array(many);
            case Map<?, ?> map -> object(map);
            // Strings, enums, instants.
            default -> JSON.stringNode(value.toString());
        };
    }

    private ArrayNode array(Collection<?> many) {
        ArrayNode array = JSON.arrayNode();
        many.forEach(each -> array.add(node(each)));
        return array;
    }

    private ObjectNode object(Map<?, ?> map) {
        ObjectNode object = JSON.objectNode();
        map.forEach((name, each) -> object.set(String.valueOf(name), node(each)));
        return object;
    }

    private static String hex(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        return HexFormat.of().formatHex(copy);
    }
}
