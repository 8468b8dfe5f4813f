package com.dmverify.sandbox.message;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An accepted DM.
 *
 * @param conversation {@code smaller-larger} for two, a bare id for a group
 * @param recipients one in a one-to-one conversation
 * @param text the written text
 * @param appId the app that sent it, {@code null} if a user wrote it
 * @param extras the other members of v1.1's {@code message_data}: quick replies, attachment, buttons
 */
public record DirectMessage(
        long id,
        String conversation,
        long sender,
        List<Long> recipients,
        String text,
        Instant createdAt,
        @Nullable String appId,
        Map<String, Object> extras) {

    public DirectMessage {
        recipients = List.copyOf(recipients);
        extras = Map.copyOf(extras);
    }

    public String idText() {
        return Long.toString(id);
    }

    public boolean isGroup() {
        return conversation.indexOf('-') < 0;
    }

    public boolean concerns(long user) {
        return sender == user || recipients.contains(user);
    }

    /** Omits the text, which may contain a code. */
    @Override
    public String toString() {
        return "DirectMessage[id=" + id + ", sender=" + sender + ", recipients=" + recipients + "]";
    }
}
