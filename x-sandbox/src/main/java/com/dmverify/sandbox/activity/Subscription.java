package com.dmverify.sandbox.activity;

import com.dmverify.sandbox.access.App;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A subscription to the activities of a user.
 *
 * @param webhookId {@code null} for the stream only
 * @param automatic created by the sandbox together with the webhook
 */
public record Subscription(
        String id,
        App app,
        @Nullable String webhookId,
        SubscriptionFilter filter,
        @Nullable String tag,
        Instant createdAt,
        Instant updatedAt,
        boolean automatic) {

    public long userId() {
        return filter.userId();
    }

    public boolean isXActivity() {
        return filter.eventType() != null;
    }

    public boolean isOn(String webhook) {
        return webhook.equals(webhookId);
    }

    boolean isOf(App other) {
        return app.id().equals(other.id());
    }

    public Subscription changed(@Nullable String newTag, @Nullable String newWebhook, Instant now) {
        return new Subscription(
                id,
                app,
                newWebhook == null ? webhookId : newWebhook,
                filter,
                newTag == null ? tag : newTag,
                createdAt,
                now,
                automatic);
    }
}
