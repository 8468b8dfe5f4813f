package com.dmverify.cli.dm;

import com.dmverify.x.dm.Message;
import com.dmverify.x.dm.v1.MessageEvent;
import com.dmverify.x.dm.v2.DmEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message as it is printed, from either API version. {@code toString} masks the text, because it may hold a code.
 *
 * @param recipient null where X names none: in v2 the conversation names both
 * @param conversation null in v1.1
 */
record PrintedMessage(
        String id,
        @Nullable Instant at,
        @Nullable String sender,
        @Nullable String recipient,
        @Nullable String conversation,
        String text) {

    static PrintedMessage of(Message message) {
        return new PrintedMessage(
                message.eventId(),
                message.createdAt(),
                message.sender().value(),
                message.recipient() == null ? null : message.recipient().value(),
                null,
                message.text());
    }

    static PrintedMessage of(DmEvent event) {
        return new PrintedMessage(
                event.id(),
                event.createdAt(),
                event.sender() == null ? null : event.sender().value(),
                null,
                event.conversation() == null ? null : event.conversation().value(),
                event.text() == null ? "" : event.text());
    }

    static PrintedMessage of(MessageEvent event) {
        return new PrintedMessage(
                event.id(),
                event.createdAt(),
                event.sender().value(),
                event.recipient().value(),
                null,
                event.data().text());
    }

    /** One line of {@code --json}; the text is null unless it is wanted. */
    ObjectNode json(boolean withText) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("at", at == null ? null : at.toString())
                .put("sender_id", sender)
                .put("recipient_id", recipient)
                .put("conversation_id", conversation)
                .put("text", withText ? text : null);
    }

    /** The cells of a table. */
    List<String> cells(boolean withText) {
        return List.of(
                id,
                at == null ? "" : at.toString(),
                sender == null ? "" : sender,
                recipient == null ? String.valueOf(conversation) : recipient,
                withText ? text : "(" + text.length() + " characters)");
    }

    @Override
    public String toString() {
        return "PrintedMessage[" + id + ", text masked]";
    }
}
