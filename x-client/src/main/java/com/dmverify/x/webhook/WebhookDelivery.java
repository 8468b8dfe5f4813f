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
 * Splits one webhook delivery of either family into its events. Account Activity has arrays of events beside
 * {@code for_user_id}; X Activity wraps the same arrays, or a single object, into {@code data} and {@code payload}.
 *
 * <p>Source: X's pages "Account Activity API" and "X Activity API: event payloads"; captured deliveries of 2026.
 */
final class WebhookDelivery {

    private static final String EVENTS = "_events";

    /** A signed number of 64 bits today; the id becomes a header and a part of keys. */
    private static final Pattern UUID = Pattern.compile("[A-Za-z0-9:_-]{1,64}");

    private final String type;
    private final @Nullable UserId account;
    private final @Nullable String uuid;
    private final JsonNode payload;

    private WebhookDelivery(String type, @Nullable UserId account, @Nullable String uuid, JsonNode payload) {
        this.type = type;
        this.account = account;
        this.uuid = uuid;
        this.payload = payload;
    }

    static Stream<DeliveredEvent> events(JsonNode root) {
        JsonNode data = root.path("data");
        if (data.isObject()) {
            return activity(data);
        }
        if (data.isArray() && !data.isEmpty()) {
            return data.valueStream().flatMap(WebhookDelivery::activity);
        }
        return new WebhookDelivery("", Party.id(root, "for_user_id"), null, root).split(payload -> payload);
    }

    private static Stream<DeliveredEvent> activity(JsonNode data) {
        WebhookDelivery delivery = new WebhookDelivery(
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
            // A payload of any other type is kept as it is.
            if (delivery.payload.isObject()) {
                copy.set("payload", payload);
            }
            return whole;
        });
    }

    /** Each entry of each array of events; the whole payload if there are none. */
    private Stream<DeliveredEvent> split(UnaryOperator<ObjectNode> wrapping) {
        List<Map.Entry<String, JsonNode>> found = payload.propertyStream()
                .filter(WebhookDelivery::holdsEvents)
                .flatMap(array -> array.getValue().valueStream().map(event -> Map.entry(array.getKey(), event)))
                .toList();
        if (found.isEmpty()) {
            return Stream.of(delivered(type, payload, uuid, wrapping.apply(withoutEvents())));
        }
        // The id of a delivery with several events identifies none of them.
        String own = found.size() == 1 ? uuid : null;
        return found.stream()
                .map(event -> delivered(event.getKey(), event.getValue(), own, wrapping.apply(alone(event))));
    }

    private DeliveredEvent delivered(String family, JsonNode event, @Nullable String id, ObjectNode whole) {
        return new DeliveredEvent(family, event, account, payload.path("users"), id, whole);
    }

    private static boolean holdsEvents(Map.Entry<String, JsonNode> property) {
        return property.getKey().endsWith(EVENTS) && property.getValue().isArray();
    }

    // With the users of this event only; otherwise the size of many events with many users would grow quadratically.
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
