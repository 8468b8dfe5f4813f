package com.dmverify.x.webhook;

import com.dmverify.x.UserId;
import com.dmverify.x.json.Ids;
import com.dmverify.x.json.Json;
import com.dmverify.x.json.MessageText;
import com.dmverify.x.webhook.Activity.Kind;
import tools.jackson.databind.JsonNode;

/** Maps messages and read receipts; both families have the same events. */
final class MessageActivities {

    private MessageActivities() {}

    /**
     * Maps a message. A message that one of our accounts sent is ours also if it is delivered for the other party,
     * because both accounts may be subscribed.
     */
    static Activity message(DeliveredEvent delivered, ParsingContext context) {
        JsonNode content = Json.child(delivered.event(), "message_create");
        UserId sender = new UserId(Json.text(content, "sender_id"));
        UserId recipient = new UserId(Json.text(content.path("target"), "recipient_id"));
        JsonNode data = content.path("message_data");
        if (context.accounts().include(sender, delivered.account())) {
            return sent(delivered, sender, recipient, textOf(data), context);
        }
        if (recipient.equals(delivered.account())) {
            return received(delivered, sender, data, context);
        }
        return ActivityReader.other(delivered, context);
    }

    /** Maps a read receipt of the other party. One of the account itself is {@link Kind#OTHER}. */
    static Activity read(DeliveredEvent delivered, ParsingContext context) {
        JsonNode event = delivered.event();
        UserId reader = new UserId(Json.text(event, "sender_id"));
        String upTo = messageId(event, "last_read_event_id");
        if (delivered.account() == null || context.accounts().include(reader, delivered.account())) {
            return ActivityReader.other(delivered, context);
        }
        return new Activity(
                "read:" + reader + ":" + upTo,
                Kind.DM_READ,
                delivered.account(),
                reader,
                delivered.handleOf(reader),
                upTo,
                null,
                delivered.at(context),
                null);
    }

    private static Activity received(DeliveredEvent delivered, UserId sender, JsonNode data, ParsingContext context) {
        String id = messageId(delivered.event(), "id");
        return new Activity(
                        id,
                        Kind.DM_RECEIVED,
                        delivered.account(),
                        sender,
                        delivered.handleOf(sender),
                        id,
                        textOf(data),
                        delivered.at(context),
                        null)
                .withQuickReplyMetadata(Json.textOrNull(data.path("quick_reply_response"), "metadata"));
    }

    private static Activity sent(
            DeliveredEvent delivered, UserId sender, UserId recipient, String text, ParsingContext context) {
        String id = messageId(delivered.event(), "id");
        return new Activity(
                        id,
                        Kind.DM_SENT,
                        sender,
                        recipient,
                        delivered.handleOf(recipient),
                        id,
                        null,
                        delivered.at(context),
                        null)
                .withSentDigits(context.fingerprintsOf(sender, recipient, text));
    }

    private static String textOf(JsonNode data) {
        return MessageText.unescaped(Json.optionalText(data, "text").orElse(""));
    }

    private static String messageId(JsonNode event, String field) {
        return Ids.check("a message", Json.text(event, field));
    }
}
