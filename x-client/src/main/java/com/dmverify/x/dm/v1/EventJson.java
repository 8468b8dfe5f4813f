package com.dmverify.x.dm.v1;

import com.dmverify.x.UserId;
import com.dmverify.x.dm.content.MessageData;
import com.dmverify.x.dm.v1.MessageEvent.Origin;
import com.dmverify.x.json.Json;
import com.dmverify.x.page.Page;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Reads message events of v1.1. */
final class EventJson {

    private EventJson() {}

    static EventPage list(JsonNode body, Instant now) {
        List<MessageEvent> events = Json.each(Json.child(body, "events"), event -> event(event, now))
                .toList();
        return new EventPage(new Page<>(events, Json.textOrNull(body, "next_cursor")), apps(body));
    }

    static EventPage single(JsonNode body, Instant now) {
        return new EventPage(new Page<>(List.of(event(Json.child(body, "event"), now)), null), apps(body));
    }

    private static MessageEvent event(JsonNode event, Instant now) {
        JsonNode message = Json.child(event, "message_create");
        JsonNode via = event.path("initiated_via");
        return new MessageEvent(
                Json.text(event, "id"),
                Json.millis(event, "created_timestamp", now),
                new UserId(Json.text(message, "sender_id")),
                new UserId(Json.text(message.path("target"), "recipient_id")),
                new Origin(
                        Json.textOrNull(via, "tweet_id"),
                        Json.textOrNull(via, "welcome_message_id"),
                        Json.textOrNull(message, "source_app_id"),
                        Json.textOrNull(message, "custom_profile_id")),
                MessageData.read(Json.child(message, "message_data")));
    }

    private static Map<String, App> apps(JsonNode body) {
        return body.path("apps")
                .propertyStream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        app -> new App(
                                app.getKey(),
                                Json.optionalText(app.getValue(), "name").orElse(""),
                                Json.optionalText(app.getValue(), "url").orElse(""))));
    }
}
