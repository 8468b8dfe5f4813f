package com.dmverify.x.dm;

import com.dmverify.x.Answer;
import com.dmverify.x.UserId;
import com.dmverify.x.call.Call;
import com.dmverify.x.dm.content.Content;
import com.dmverify.x.dm.content.QuickReply;
import com.dmverify.x.http.CallExecutor;
import com.dmverify.x.json.Json;
import com.dmverify.x.json.MessageText;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Source: X's v1.1 pages "Sending message events" and "GET direct_messages/events/list". */
final class DirectMessagesV1 implements DirectMessages {

    private static final String EVENTS = "/1.1/direct_messages/events/";

    private final CallExecutor executor;

    DirectMessagesV1(CallExecutor executor) {
        this.executor = executor;
    }

    @Override
    public Answer<SentMessage> send(UserId recipient, String text) {
        return send(recipient, Map.of("text", text));
    }

    @Override
    public Answer<SentMessage> send(UserId recipient, String text, QuickReply options) {
        return send(recipient, Content.text(text).with(options).toJson());
    }

    private Answer<SentMessage> send(UserId recipient, Object messageData) {
        Map<String, ?> event = Map.of(
                "type",
                "message_create",
                "message_create",
                Map.of("target", Map.of("recipient_id", recipient.value()), "message_data", messageData));
        Call call = Call.post(EVENTS + "new.json", Map.of("event", event));
        return executor.execute(call, body -> SentMessage.v1(body.path("event")));
    }

    @Override
    public Answer<RecentMessages> recentWith(UserId other, @Nullable String older) {
        return list(older, message -> other.equals(message.sender()) || other.equals(message.recipient()));
    }

    @Override
    public Answer<RecentMessages> recent(@Nullable String older) {
        return list(older, _ -> true);
    }

    @Override
    public boolean readsOneConversation() {
        return false;
    }

    private Answer<RecentMessages> list(@Nullable String older, Predicate<Message> wanted) {
        Call call = Call.get(EVENTS + "list.json").with("count", "50");
        return executor.execute(
                older == null ? call : call.with("cursor", older), body -> recent(body, wanted, executor.now()));
    }

    // The last page has no cursor; an empty page need not be the last.
    private static RecentMessages recent(JsonNode body, Predicate<Message> wanted, Instant now) {
        List<Message> all = Json.each(Json.child(body, "events"), event -> message(event, now))
                .toList();
        Instant oldest = all.stream()
                .map(Message::createdAt)
                .min(Comparator.naturalOrder())
                .orElse(null);
        return new RecentMessages(all.stream().filter(wanted).toList(), oldest, Json.textOrNull(body, "next_cursor"));
    }

    // Only a message with an attachment may lack a text; otherwise a search could miss a message.
    private static String text(JsonNode data) {
        return data.has("attachment") ? Json.optionalText(data, "text").orElse("") : Json.text(data, "text");
    }

    private static Message message(JsonNode event, Instant now) {
        JsonNode content = event.path("message_create");
        return new Message(
                Json.text(event, "id"),
                new UserId(Json.text(content, "sender_id")),
                new UserId(Json.text(content.path("target"), "recipient_id")),
                MessageText.unescaped(text(content.path("message_data"))),
                Json.millis(event, "created_timestamp", now));
    }
}
