package com.dmverify.x.dm;

import com.dmverify.x.Answer;
import com.dmverify.x.UserId;
import com.dmverify.x.call.Call;
import com.dmverify.x.json.Json;
import com.dmverify.x.wire.Wire;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Source: X's pages "Create a DM message by participant id" and "Get DM events for a DM conversation". */
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
    public Answer<List<Message>> recentWith(UserId other) {
        Call call = Call.get(CONVERSATION + other + "/dm_events")
                .with("dm_event.fields", "id,event_type,text,sender_id,created_at")
                .with("event_types", "MessageCreate")
                .with("max_results", "100");
        return wire.call(call, DirectMessagesV2::messages);
    }

    // An empty conversation has no "data" at all, but always "meta".
    private static List<Message> messages(JsonNode body) {
        Json.child(body, "meta");
        return Json.each(body.path("data"), DirectMessagesV2::message).toList();
    }

    private static Message message(JsonNode event) {
        String id = Json.text(event, "id");
        Instant createdAt = event.has("created_at") ? Json.iso(event, "created_at") : EventIds.timeOf(id);
        String text = Json.optionalText(event, "text").orElse("");
        return new Message(id, new UserId(Json.text(event, "sender_id")), text, createdAt);
    }
}
