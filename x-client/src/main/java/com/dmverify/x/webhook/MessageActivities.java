package com.dmverify.x.webhook;

import com.dmverify.x.UserId;
import com.dmverify.x.json.Ids;
import com.dmverify.x.json.Json;
import com.dmverify.x.webhook.Activity.Kind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Messages written and read: the same events in both families. */
final class MessageActivities {

    private MessageActivities() {}

    static Activity message(Occurrence occurrence, Instant now) {
        JsonNode content = Json.child(occurrence.event(), "message_create");
        UserId sender = new UserId(Json.text(content, "sender_id"));
        UserId recipient = new UserId(Json.text(content.path("target"), "recipient_id"));
        UserId account = occurrence.account();
        if (sender.equals(account)) {
            return message(occurrence, Kind.DM_SENT, recipient, null, now);
        }
        if (recipient.equals(account)) {
            String text =
                    Json.optionalText(content.path("message_data"), "text").orElse("");
            return message(occurrence, Kind.DM_RECEIVED, sender, text, now);
        }
        return Activities.other(occurrence, now);
    }

    /** Only what the other party read; that the account read something is nobody's news. */
    static Activity read(Occurrence occurrence, Instant now) {
        JsonNode event = occurrence.event();
        UserId reader = new UserId(Json.text(event, "sender_id"));
        String upTo = messageId(event, "last_read_event_id");
        if (occurrence.account() == null || reader.equals(occurrence.account())) {
            return Activities.other(occurrence, now);
        }
        return new Activity(
                "read:" + reader + ":" + upTo,
                Kind.DM_READ,
                occurrence.account(),
                reader,
                occurrence.handleOf(reader),
                upTo,
                null,
                occurrence.at(now),
                occurrence.raw(Kind.DM_READ));
    }

    private static Activity message(
            Occurrence occurrence, Kind kind, UserId other, @Nullable String text, Instant now) {
        String id = messageId(occurrence.event(), "id");
        return new Activity(
                id,
                kind,
                occurrence.account(),
                other,
                occurrence.handleOf(other),
                id,
                text,
                occurrence.at(now),
                occurrence.raw(kind));
    }

    private static String messageId(JsonNode event, String field) {
        return Ids.check("a message", Json.text(event, field));
    }
}
