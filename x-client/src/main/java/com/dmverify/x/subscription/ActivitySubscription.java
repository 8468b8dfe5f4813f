package com.dmverify.x.subscription;

import com.dmverify.x.UserId;
import com.dmverify.x.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One kind of event that X delivers for one account.
 *
 * @param eventType X's word, for instance {@code dm.received}
 * @param user whom it is about; null where the filter names nobody
 * @param tag our own name for it
 * @param webhookId where it goes; null for X's stream alone
 */
public record ActivitySubscription(
        String id,
        String eventType,
        @Nullable UserId user,
        @Nullable String tag,
        @Nullable String webhookId) {

    static ActivitySubscription read(JsonNode subscription) {
        JsonNode filter = subscription.path("filter");
        return new ActivitySubscription(
                Json.text(subscription, "subscription_id"),
                Json.text(subscription, "event_type"),
                filter.has("user_id") ? new UserId(Json.text(filter, "user_id")) : null,
                Json.textOrNull(subscription, "tag"),
                Json.textOrNull(subscription, "webhook_id"));
    }

    /** X's pages show three shapes of the same answer: a list of one, the object, and the object in another. */
    static ActivitySubscription readOne(JsonNode body) {
        JsonNode data = Json.child(body, "data");
        if (data.isArray()) {
            return read(data.path(0));
        }
        return read(data.path("subscription").isObject() ? data.path("subscription") : data);
    }
}
