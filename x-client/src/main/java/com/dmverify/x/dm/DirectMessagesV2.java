package com.dmverify.x.dm;

import com.dmverify.x.Answer;
import com.dmverify.x.UserId;
import com.dmverify.x.call.Call;
import com.dmverify.x.http.CallExecutor;
import com.dmverify.x.json.Json;
import com.dmverify.x.json.MessageText;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Source: X's pages "Create a DM message by participant id", "Get DM events for a DM conversation" and "Get DM events".
 */
final class DirectMessagesV2 implements DirectMessages {

    private static final String CONVERSATION = "/2/dm_conversations/with/";

    private final CallExecutor executor;

    DirectMessagesV2(CallExecutor executor) {
        this.executor = executor;
    }

    @Override
    public Answer<SentMessage> send(UserId recipient, String text) {
        Call call = Call.post(CONVERSATION + recipient + "/messages", Map.of("text", text));
        return executor.execute(call, body -> SentMessage.v2(body.path("data")));
    }

    @Override
    public Answer<RecentMessages> recentWith(UserId other, @Nullable String older) {
        return read(
                CONVERSATION + other + "/dm_events",
                older,
                event -> Json.optionalText(event, "dm_conversation_id").orElse(""));
    }

    @Override
    public Answer<RecentMessages> recent(@Nullable String older) {
        // Without its conversation a message could not be excluded from any search.
        return read("/2/dm_events", older, event -> Json.text(event, "dm_conversation_id"));
    }

    @Override
    public boolean readsOneConversation() {
        return true;
    }

    private Answer<RecentMessages> read(String path, @Nullable String older, Function<JsonNode, String> conversation) {
        Call call = Call.get(path)
                .with("dm_event.fields", "id,event_type,text,sender_id,created_at,dm_conversation_id,attachments")
                .with("event_types", "MessageCreate")
                .with("max_results", "100");
        return executor.execute(
                older == null ? call : call.with("pagination_token", older),
                body -> recent(body, conversation, executor.now()));
    }

    // An empty conversation has no "data" at all, but always "meta".
    private static RecentMessages recent(JsonNode body, Function<JsonNode, String> conversation, Instant now) {
        JsonNode meta = Json.child(body, "meta");
        List<Message> messages = Json.each(body.path("data"), event -> message(event, conversation.apply(event), now))
                .toList();
        Instant oldest = messages.stream()
                .map(Message::createdAt)
                .min(Comparator.naturalOrder())
                .orElse(null);
        return new RecentMessages(messages, oldest, Json.textOrNull(meta, "next_token"));
    }

    // Only a message with an attachment may lack a text; otherwise a search could miss a message.
    private static Message message(JsonNode event, String conversation, Instant now) {
        String id = Json.text(event, "id");
        UserId sender = new UserId(Json.text(event, "sender_id"));
        String text =
                event.has("attachments") ? Json.optionalText(event, "text").orElse("") : Json.text(event, "text");
        Instant createdAt = event.has("created_at")
                ? Json.iso(event, "created_at", now)
                : Json.plausible(EventIds.timeOf(id), "id", now);
        return new Message(
                id,
                sender,
                ConversationParties.otherThan(sender, conversation).orElse(null),
                MessageText.unescaped(text),
                createdAt);
    }
}
