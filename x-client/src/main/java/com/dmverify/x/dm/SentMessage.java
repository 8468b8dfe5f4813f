package com.dmverify.x.dm;

import com.dmverify.x.UserId;
import com.dmverify.x.json.Json;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A message that X accepted.
 *
 * @param eventId X's id of the message, 1 to 19 digits: the same in both API versions and in webhooks
 * @param parties sender and recipient of the conversation; empty for a group, and if X does not say
 */
public record SentMessage(String eventId, Set<UserId> parties) {

    public SentMessage {
        EventIds.check(eventId);
        parties = Set.copyOf(parties);
    }

    /** Reads the response of v1.1. Throws {@link IllegalArgumentException} if it lacks the id. */
    public static SentMessage v1(JsonNode event) {
        JsonNode content = event.path("message_create");
        String sender = content.path("sender_id").asString("");
        String recipient = content.path("target").path("recipient_id").asString("");
        return new SentMessage(Json.text(event, "id"), ConversationParties.of(sender + "-" + recipient));
    }

    /** Reads the response of v2. Throws {@link IllegalArgumentException} if it lacks the id. */
    static SentMessage v2(JsonNode data) {
        return new SentMessage(
                Json.text(data, "dm_event_id"),
                ConversationParties.of(data.path("dm_conversation_id").asString("")));
    }
}
