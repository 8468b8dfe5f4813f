package com.dmverify.x.webhook;

import com.dmverify.x.UserId;
import com.dmverify.x.json.Ids;
import com.dmverify.x.json.Json;
import com.dmverify.x.webhook.Activity.Kind;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Messages written and read: the same events in both families. */
final class MessageActivities {

    private MessageActivities() {}

    static Activity message(Occurrence occurrence, Reading reading) {
        JsonNode content = Json.child(occurrence.event(), "message_create");
        UserId sender = new UserId(Json.text(content, "sender_id"));
        UserId recipient = new UserId(Json.text(content.path("target"), "recipient_id"));
        String text = Json.optionalText(content.path("message_data"), "text").orElse("");
        UserId account = occurrence.account();
        if (sender.equals(account)) {
            return sent(occurrence, recipient, reading.kept(sender, recipient, text), reading.now());
        }
        if (recipient.equals(account)) {
            return received(occurrence, sender, text, reading.now());
        }
        return Activities.other(occurrence, reading.now());
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

    private static Activity received(Occurrence occurrence, UserId sender, String text, Instant now) {
        String id = messageId(occurrence.event(), "id");
        return new Activity(
                id,
                Kind.DM_RECEIVED,
                occurrence.account(),
                sender,
                occurrence.handleOf(sender),
                id,
                text,
                occurrence.at(now),
                occurrence.raw(Kind.DM_RECEIVED));
    }

    private static Activity sent(Occurrence occurrence, UserId recipient, List<String> digits, Instant now) {
        String id = messageId(occurrence.event(), "id");
        return new Activity(
                id,
                Kind.DM_SENT,
                occurrence.account(),
                recipient,
                occurrence.handleOf(recipient),
                id,
                null,
                occurrence.at(now),
                occurrence.raw(Kind.DM_SENT),
                digits);
    }

    private static String messageId(JsonNode event, String field) {
        return Ids.check("a message", Json.text(event, field));
    }
}
