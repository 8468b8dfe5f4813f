package com.dmverify.x.dm;

import com.dmverify.x.Answer;
import com.dmverify.x.UserId;
import com.dmverify.x.call.Call;
import com.dmverify.x.json.Json;
import com.dmverify.x.wire.Wire;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Source: X's pages "Create a DM message by participant id", "Get DM events for a DM conversation" and "Get DM events". */
final class DirectMessagesV2 implements DirectMessages {

    private static final String CONVERSATION = "/2/dm_conversations/with/";

    private final Wire wire;

    DirectMessagesV2(Wire wire) {
        this.wire = wire;
    }

    @Override
    public Answer<SentMessage> send(UserId recipient, String text) {
        Call call = Call.post(CONVERSATION + recipient + "/messages", Map.of("text", text));
        return wire.call(call, body -> new SentMessage(Json.text(body.path("data"), "dm_event_id")));
    }

    @Override
    public Answer<Recent> recentWith(UserId other, @Nullable String older) {
        return read(CONVERSATION + other + "/dm_events", older);
    }

    @Override
    public Answer<Recent> recent(@Nullable String older) {
        return read("/2/dm_events", older);
    }

    @Override
    public boolean readsOneConversation() {
        return true;
    }

    private Answer<Recent> read(String path, @Nullable String older) {
        Call call = Call.get(path)
                .with("dm_event.fields", "id,event_type,text,sender_id,created_at,dm_conversation_id")
                .with("event_types", "MessageCreate")
                .with("max_results", "100");
        return wire.call(older == null ? call : call.with("pagination_token", older), DirectMessagesV2::recent);
    }

    // An empty conversation has no "data" at all, but always "meta".
    private static Recent recent(JsonNode body) {
        JsonNode meta = Json.child(body, "meta");
        List<Message> messages =
                Json.each(body.path("data"), DirectMessagesV2::message).toList();
        Instant oldest = messages.stream()
                .map(Message::createdAt)
                .min(Comparator.naturalOrder())
                .orElse(null);
        return new Recent(messages, oldest, Json.textOrNull(meta, "next_token"));
    }

    private static Message message(JsonNode event) {
        String id = Json.text(event, "id");
        UserId sender = new UserId(Json.text(event, "sender_id"));
        Instant createdAt = event.has("created_at") ? Json.iso(event, "created_at") : EventIds.timeOf(id);
        String text = Json.optionalText(event, "text").orElse("");
        return new Message(id, sender, otherThan(sender, event), text, createdAt);
    }

    /** A conversation of two is named by both; a group by something else. */
    private static @Nullable UserId otherThan(UserId sender, JsonNode event) {
        List<String> parties = List.of(
                Json.optionalText(event, "dm_conversation_id").orElse("").split("-", -1));
        return parties.size() == 2 && parties.contains(sender.value())
                ? new UserId(parties.get(1 - parties.indexOf(sender.value())))
                : null;
    }
}
