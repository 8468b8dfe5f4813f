package com.dmverify.x.subscription;

import com.dmverify.x.json.Json;
import tools.jackson.databind.JsonNode;

/** How many subscriptions are used, and how many there may be. */
public record SubscriptionCount(long used, long provisioned) {

    static SubscriptionCount read(JsonNode body, String used) {
        return new SubscriptionCount(number(body, used), number(body, "provisioned_count"));
    }

    // X writes numbers as text here.
    private static long number(JsonNode body, String field) {
        return Long.parseLong(Json.text(body, field));
    }
}
