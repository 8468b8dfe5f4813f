package com.dmverify.sandbox.portrait;

import com.dmverify.sandbox.access.App;
import com.dmverify.sandbox.access.Apps;
import com.dmverify.sandbox.link.LinkedText;
import com.dmverify.sandbox.message.DirectMessage;
import com.dmverify.sandbox.message.Draft;
import com.dmverify.sandbox.wire.Fields;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The Message Create object. */
@Component
public class V1Message {

    private final Apps apps;

    V1Message(Apps apps) {
        this.apps = apps;
    }

    /** For an answer or an event; {@code source_app_id} only where {@code withApp} says so. */
    public Fields of(DirectMessage message, boolean withApp) {
        Fields create = Fields.of(
                        "target",
                        Fields.of(
                                "recipient_id", message.recipients().getFirst().toString()))
                .with("sender_id", Long.toString(message.sender()))
                .with("source_app_id", withApp ? message.appId() : null)
                .with("message_data", data(message.text(), message.extras()));
        return Fields.of("type", "message_create")
                .with("id", message.idText())
                .with("created_timestamp", Long.toString(message.createdAt().toEpochMilli()))
                .with(Draft.INITIATED_VIA, message.extras().get(Draft.INITIATED_VIA))
                .with("message_create", create);
    }

    /** {@code message_data}: the text as X keeps it, what stands in it, and the rest. */
    public static Fields data(String written, Map<String, Object> extras) {
        LinkedText text = LinkedText.of(written);
        Fields data = Fields.of("text", text.text()).with("entities", Entities.v1(text));
        extras.forEach((name, extra) -> {
            if (!name.startsWith("v2_") && !name.equals(Draft.INITIATED_VIA)) {
                data.with(name, extra);
            }
        });
        return data;
    }

    /** {@code apps}: the apps that sent these messages for this user; {@code null} when there is none. */
    public @Nullable Fields apps(List<DirectMessage> messages, long viewer) {
        Fields found = new Fields();
        for (DirectMessage message : messages) {
            String appId = message.appId();
            if (appId != null && message.sender() == viewer) {
                apps.byId(appId).ifPresent(app -> found.with(appId, portrait(app)));
            }
        }
        return found.isEmpty() ? null : found;
    }

    private static Fields portrait(App app) {
        return Fields.of("id", app.id()).with("name", app.name()).with("url", "https://example.com/");
    }
}
