package com.dmverify.x.dm.content;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The content of a message as X stores it, masked in {@code toString}.
 *
 * @param text with links rewritten
 * @param quickReply the options that were offered
 * @param quickReplyResponse the metadata of the option that was tapped; null where none was
 */
public record MessageData(
        String text,
        Entities entities,
        @Nullable QuickReply quickReply,
        @Nullable String quickReplyResponse,
        @Nullable Attachment attachment,
        List<CallToAction> callsToAction) {

    public MessageData {
        callsToAction = List.copyOf(callsToAction);
    }

    @Override
    public String toString() {
        return "MessageData[masked]";
    }

    /** Reads X's {@code message_data}; what is not as X documents it is an {@link IllegalArgumentException}. */
    public static MessageData read(JsonNode data) {
        return DataJson.read(data);
    }
}
