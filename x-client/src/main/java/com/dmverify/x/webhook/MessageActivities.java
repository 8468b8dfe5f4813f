package com.dmverify.x.webhook;

import com.dmverify.x.UserId;
import com.dmverify.x.json.Ids;
import com.dmverify.x.json.Json;
import com.dmverify.x.json.MessageText;
import com.dmverify.x.webhook.Activity.Kind;
import tools.jackson.databind.JsonNode;

/** Messages written and read: the same events in both families. */
final class MessageActivities {

    private MessageActivities() {}

    /**
     * A message that one of our accounts sent is ours also when it is delivered for the other party: both may be
     * subscribed.
     */
    static Activity message(Occurrence occurrence, Reading reading) {
        JsonNode content = Json.child(occurrence.event(), "message_create");
        UserId sender = new UserId(Json.text(content, "sender_id"));
        UserId recipient = new UserId(Json.text(content.path("target"), "recipient_id"));
        JsonNode data = content.path("message_data");
        if (reading.accounts().include(sender, occurrence.account())) {
            return sent(occurrence, sender, recipient, textOf(data), reading);
        }
        if (recipient.equals(occurrence.account())) {
            return received(occurrence, sender, data, reading);
        }
        return Activities.other(occurrence, reading);
    }

    /** Only what the other party read; that the account read something concerns no verification. */
    static Activity read(Occurrence occurrence, Reading reading) {
        JsonNode event = occurrence.event();
        UserId reader = new UserId(Json.text(event, "sender_id"));
        String upTo = messageId(event, "last_read_event_id");
        if (occurrence.account() == null || reading.accounts().include(reader, occurrence.account())) {
            return Activities.other(occurrence, reading);
        }
        return new Activity(
                "read:" + reader + ":" + upTo,
                Kind.DM_READ,
                occurrence.account(),
                reader,
                occurrence.handleOf(reader),
                upTo,
                null,
                occurrence.at(reading),
                null);
    }

    private static Activity received(Occurrence occurrence, UserId sender, JsonNode data, Reading reading) {
        String id = messageId(occurrence.event(), "id");
        return new Activity(
                        id,
                        Kind.DM_RECEIVED,
                        occurrence.account(),
                        sender,
                        occurrence.handleOf(sender),
                        id,
                        textOf(data),
                        occurrence.at(reading),
                        null)
                .withQuickReplyMetadata(Json.textOrNull(data.path("quick_reply_response"), "metadata"));
    }

    private static Activity sent(Occurrence occurrence, UserId sender, UserId recipient, String text, Reading reading) {
        String id = messageId(occurrence.event(), "id");
        return new Activity(
                        id,
                        Kind.DM_SENT,
                        sender,
                        recipient,
                        occurrence.handleOf(recipient),
                        id,
                        null,
                        occurrence.at(reading),
                        null)
                .withSentDigits(reading.kept(sender, recipient, text));
    }

    private static String textOf(JsonNode data) {
        return MessageText.unescaped(Json.optionalText(data, "text").orElse(""));
    }

    private static String messageId(JsonNode event, String field) {
        return Ids.check("a message", Json.text(event, field));
    }
}
