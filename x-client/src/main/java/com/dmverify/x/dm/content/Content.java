package com.dmverify.x.dm.content;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The content of a message to send. {@code toString} masks it, because it may hold a code.
 *
 * @param text 1 to 10,000 characters
 * @param callsToAction up to 3 buttons
 */
public record Content(
        String text,
        @Nullable QuickReply quickReply,
        @Nullable Attachment attachment,
        List<CallToAction> callsToAction) {

    private static final int LONGEST_TEXT = 10_000;
    private static final int MOST_CALLS_TO_ACTION = 3;

    public Content {
        ArgumentChecks.text("a message", text, LONGEST_TEXT);
        callsToAction = List.copyOf(callsToAction);
        if (callsToAction.size() > MOST_CALLS_TO_ACTION) {
            throw new IllegalArgumentException("up to " + MOST_CALLS_TO_ACTION + " buttons");
        }
    }

    /** X's {@code message_data}. */
    public ObjectNode toJson() {
        return ContentJson.of(this);
    }

    /** Text only. */
    public static Content text(String text) {
        return new Content(text, null, null, List.of());
    }

    /** The same with quick replies. */
    public Content with(QuickReply value) {
        return new Content(text, value, attachment, callsToAction);
    }

    /** The same with an attachment. */
    public Content with(Attachment value) {
        return new Content(text, quickReply, value, callsToAction);
    }

    /** The same with buttons. */
    public Content with(CallToAction... buttons) {
        return new Content(text, quickReply, attachment, List.of(buttons));
    }

    @Override
    public String toString() {
        return "Content[masked]";
    }
}
