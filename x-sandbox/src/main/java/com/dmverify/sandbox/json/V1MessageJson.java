package com.dmverify.sandbox.json;

import com.dmverify.sandbox.access.App;
import com.dmverify.sandbox.access.Apps;
import com.dmverify.sandbox.http.JsonObject;
import com.dmverify.sandbox.link.LinkedText;
import com.dmverify.sandbox.message.DirectMessage;
import com.dmverify.sandbox.message.Draft;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes v1.1's Message Create object. */
@Component
public class V1MessageJson {

    private final Apps apps;

    V1MessageJson(Apps apps) {
        this.apps = apps;
    }

    /** Makes the object for an answer or event, with {@code source_app_id} if {@code withApp} is true. */
    public JsonObject of(DirectMessage message, boolean withApp) {
        JsonObject create = JsonObject.of(
                        "target",
                        JsonObject.of(
                                "recipient_id", message.recipients().getFirst().toString()))
                .with("sender_id", Long.toString(message.sender()))
                .with("source_app_id", withApp ? message.appId() : null)
                .with("message_data", data(message.text(), message.extras()));
        return JsonObject.of("type", "message_create")
                .with("id", message.idText())
                .with("created_timestamp", Long.toString(message.createdAt().toEpochMilli()))
                .with(Draft.INITIATED_VIA, message.extras().get(Draft.INITIATED_VIA))
                .with("message_create", create);
    }

    /** Makes {@code message_data}: the text as X stores it, its entities and the extras. */
    public static JsonObject data(String written, Map<String, Object> extras) {
        LinkedText text = LinkedText.of(written);
        JsonObject data = JsonObject.of("text", text.text()).with("entities", EntitiesJson.v1(text));
        extras.forEach((name, extra) -> {
            if (!name.startsWith("v2_") && !name.equals(Draft.INITIATED_VIA)) {
                data.with(name, extra);
            }
        });
        return data;
    }

    /** Makes {@code apps}: the apps that sent these messages of this user; {@code null} if there is none. */
    public @Nullable JsonObject apps(List<DirectMessage> messages, long viewer) {
        JsonObject found = new JsonObject();
        for (DirectMessage message : messages) {
            String appId = message.appId();
            if (appId != null && message.sender() == viewer) {
                apps.byId(appId).ifPresent(app -> found.with(appId, toJson(app)));
            }
        }
        return found.isEmpty() ? null : found;
    }

    private static JsonObject toJson(App app) {
        return JsonObject.of("id", app.id()).with("name", app.name()).with("url", "https://example.com/");
    }
}
