package com.dmverify.sandbox.v2.webhook;

import com.dmverify.sandbox.activity.Subscription;
import com.dmverify.sandbox.http.JsonObject;
import com.dmverify.sandbox.json.IsoTime;
import com.dmverify.sandbox.v2.webhook.ActivityProperties.CreatedAnswer;
import java.util.List;

/** Makes the JSON of X Activity subscriptions. */
final class SubscriptionJson {

    private SubscriptionJson() {}

    static JsonObject of(Subscription subscription) {
        JsonObject filter = JsonObject.of("user_id", Long.toString(subscription.userId()))
                .with("direction", subscription.filter().direction());
        return JsonObject.of("subscription_id", subscription.id())
                .with("event_type", subscription.filter().eventType())
                .with("filter", filter)
                .with("created_at", IsoTime.of(subscription.createdAt()))
                .with("updated_at", IsoTime.of(subscription.updatedAt()))
                .with("tag", subscription.tag())
                .with("webhook_id", subscription.webhookId());
    }

    static JsonObject created(Subscription subscription, CreatedAnswer answer, int total) {
        JsonObject json = of(subscription);
        return switch (answer) {
            case LIST -> JsonObject.of("data", List.of(json)).with("meta", total(total));
            case OBJECT -> JsonObject.of("data", json);
            case NESTED -> JsonObject.of("data", JsonObject.of("subscription", json));
        };
    }

    static JsonObject total(int total) {
        return JsonObject.of("total_subscriptions", total);
    }
}
