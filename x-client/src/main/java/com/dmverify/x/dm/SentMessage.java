package com.dmverify.x.dm;

import com.dmverify.x.UserId;
import com.dmverify.x.json.Json;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A message that X accepted.
 *
 * @param eventId X's id of it, 1 to 19 digits: the same in both API versions and in webhooks
 * @param parties whose conversation it went to, sender and recipient; empty in a group, and where X does not tell
 */
public record SentMessage(String eventId, Set<UserId> parties) {

    public SentMessage {
        EventIds.check(eventId);
        parties = Set.copyOf(parties);
    }

    /** As v1.1 tells of it; throws {@link IllegalArgumentException} if it does not. */
    public static SentMessage v1(JsonNode event) {
        JsonNode content = event.path("message_create");
        String sender = content.path("sender_id").asString("");
        String recipient = content.path("target").path("recipient_id").asString("");
        return new SentMessage(Json.text(event, "id"), Parties.of(sender + "-" + recipient));
    }

    /** As v2 tells of it; throws {@link IllegalArgumentException} if it does not. */
    static SentMessage v2(JsonNode data) {
        return new SentMessage(
                Json.text(data, "dm_event_id"),
                Parties.of(data.path("dm_conversation_id").asString("")));
    }
}
