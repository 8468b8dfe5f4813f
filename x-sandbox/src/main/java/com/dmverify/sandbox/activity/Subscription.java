package com.dmverify.sandbox.activity;

import com.dmverify.sandbox.access.App;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody wants to hear of a user.
 *
 * @param eventType the one type of an X Activity subscription; {@code null} for Account Activity, which tells all
 * @param direction {@code inbound}, {@code outbound} or {@code null} for both
 * @param implied made by the sandbox itself together with the webhook
 */
public record Subscription(
        String id,
        App app,
        String webhookId,
        long userId,
        @Nullable String eventType,
        @Nullable String direction,
        @Nullable String tag,
        Instant createdAt,
        boolean implied) {

    boolean isXActivity() {
        return eventType != null;
    }

    Subscription changed(@Nullable String newTag, @Nullable String newWebhook) {
        return new Subscription(
                id,
                app,
                newWebhook == null ? webhookId : newWebhook,
                userId,
                eventType,
                direction,
                newTag == null ? tag : newTag,
                createdAt,
                implied);
    }
}
