package com.dmverify.sandbox.json;

import com.dmverify.sandbox.http.JsonObject;
import com.dmverify.sandbox.link.LinkedText;
import com.dmverify.sandbox.message.DirectMessage;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Makes the DM event of v2: id, type, text and the requested {@code dm_event.fields}. */
@Component
public class V2EventJson {

    public JsonObject of(DirectMessage message, Set<String> fields) {
        LinkedText text = LinkedText.of(message.text());
        JsonObject event = JsonObject.of("id", message.idText())
                .with("event_type", "MessageCreate")
                .with("text", text.text());
        for (String field : fields) {
            switch (field) {
                case "sender_id" -> event.with(field, Long.toString(message.sender()));
                case "created_at" -> event.with(field, IsoTime.of(message.createdAt()));
                case "dm_conversation_id" -> event.with(field, message.conversation());
                case "entities" -> event.with(field, EntitiesJson.v2(text));
                case "attachments" -> event.with(field, message.extras().get("v2_attachments"));
                default -> {}
            }
        }
        return event;
    }
}
