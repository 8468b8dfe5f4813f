package com.dmverify.x.webhook;

import com.dmverify.x.UserId;
import com.dmverify.x.json.Json;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one POST to a webhook brings, in either family, cut into its events. Account Activity puts arrays of events beside
 * {@code for_user_id}; X Activity wraps the same arrays, or a single object, into {@code data} and {@code payload}.
 *
 * <p>Source: X's pages "Account Activity API" and "X Activity API: event payloads"; captured deliveries of 2026.
 */
final class Delivery {

    private static final String EVENTS = "_events";

    /** A signed number of 64 bits today; the id becomes a header and a part of keys. */
    private static final Pattern UUID = Pattern.compile("[A-Za-z0-9:_-]{1,64}");

    private final String type;
    private final @Nullable UserId account;
    private final @Nullable String uuid;
    private final JsonNode payload;

    private Delivery(String type, @Nullable UserId account, @Nullable String uuid, JsonNode payload) {
        this.type = type;
        this.account = account;
        this.uuid = uuid;
        this.payload = payload;
    }

    static Stream<Occurrence> occurrences(JsonNode root) {
        JsonNode data = root.path("data");
        if (data.isObject()) {
            return activity(data);
        }
        if (data.isArray() && !data.isEmpty()) {
            return data.valueStream().flatMap(Delivery::activity);
        }
        return new Delivery("", Party.id(root, "for_user_id"), null, root).split(payload -> payload);
    }

    private static Stream<Occurrence> activity(JsonNode data) {
        Delivery delivery = new Delivery(
                Json.optionalText(data, "event_type").orElse(""),
                Party.id(data.path("filter"), "user_id"),
                Json.optionalText(data, "event_uuid")
                        .filter(id -> UUID.matcher(id).matches())
                        .orElse(null),
                data.path("payload"));
        return delivery.split(payload -> {
            ObjectNode whole = Json.object();
            ObjectNode copy = whole.putObject("data");
            data.propertyStream().forEach(property -> copy.set(property.getKey(), property.getValue()));
            // Whatever else it may be one day, it is kept.
            if (delivery.payload.isObject()) {
                copy.set("payload", payload);
            }
            return whole;
        });
    }

    /** Each entry of each array of events; the whole payload where there are none. */
    private Stream<Occurrence> split(UnaryOperator<ObjectNode> wrapping) {
        List<Map.Entry<String, JsonNode>> found = payload.propertyStream()
                .filter(Delivery::holdsEvents)
                .flatMap(array -> array.getValue().valueStream().map(event -> Map.entry(array.getKey(), event)))
                .toList();
        if (found.isEmpty()) {
            return Stream.of(occurrence(type, payload, uuid, wrapping.apply(withoutEvents())));
        }
        // With several events in it, the id of the delivery is the id of none of them.
        String own = found.size() == 1 ? uuid : null;
        return found.stream()
                .map(event -> occurrence(event.getKey(), event.getValue(), own, wrapping.apply(alone(event))));
    }

    private Occurrence occurrence(String family, JsonNode event, @Nullable String id, ObjectNode whole) {
        return new Occurrence(family, event, account, payload.path("users"), id, whole);
    }

    private static boolean holdsEvents(Map.Entry<String, JsonNode> property) {
        return property.getKey().endsWith(EVENTS) && property.getValue().isArray();
    }

    // With its own people only: else many events with many people would grow by the square.
    private ObjectNode alone(Map.Entry<String, JsonNode> event) {
        ObjectNode copy = withoutEvents();
        String said = event.getValue().toString();
        if (copy.get("users") instanceof ObjectNode users) {
            ObjectNode mentioned = copy.putObject("users");
            users.propertyStream()
                    .filter(user -> said.contains(user.getKey()))
                    .forEach(user -> mentioned.set(user.getKey(), user.getValue()));
        }
        copy.putArray(event.getKey()).add(event.getValue());
        return copy;
    }

    private ObjectNode withoutEvents() {
        ObjectNode copy = Json.object();
        payload.propertyStream()
                .filter(property -> !holdsEvents(property))
                .forEach(property -> copy.set(property.getKey(), property.getValue()));
        return copy;
    }
}
