package com.dmverify.cli.activity;

import com.dmverify.x.UserId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A subscription of an account.
 *
 * @param id X's id of it; null where X has none: all families but X Activity
 * @param user the account; null if X names none
 * @param eventType X's name, for instance {@code dm.received}; {@code all} where an account is subscribed as a whole
 * @param webhookId the webhook; null if X delivers to its stream only
 */
public record Subscription(
        @Nullable String id,
        @Nullable UserId user,
        String eventType,
        @Nullable String webhookId) {

    static final String ALL = "all";

    static Subscription whole(UserId user, String webhookId) {
        return new Subscription(null, user, ALL, webhookId);
    }

    /** One line of {@code --json}. */
    public ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("user_id", user == null ? null : user.value())
                .put("event_type", eventType)
                .put("webhook_id", webhookId);
    }
}
