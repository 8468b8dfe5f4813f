package com.dmverify.x.subscription;

import com.dmverify.x.UserId;
import com.dmverify.x.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A subscription to one type of event of one account.
 *
 * @param eventType X's name, for instance {@code dm.received}
 * @param user the account; null if the filter names none
 * @param tag a name of our choice
 * @param webhookId the webhook; null if X delivers to its stream only
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

    /** X's pages show three formats of this response: a list of one, the object, and the object in another. */
    static ActivitySubscription readOne(JsonNode body) {
        JsonNode data = Json.child(body, "data");
        if (data.isArray()) {
            return read(data.path(0));
        }
        return read(data.path("subscription").isObject() ? data.path("subscription") : data);
    }
}
