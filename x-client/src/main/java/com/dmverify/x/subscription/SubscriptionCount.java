package com.dmverify.x.subscription;

import com.dmverify.x.json.Json;
import tools.jackson.databind.JsonNode;

/** The number of subscriptions in use, and the limit. */
public record SubscriptionCount(long used, long provisioned) {

    static SubscriptionCount read(JsonNode body, String used) {
        return new SubscriptionCount(number(body, used), number(body, "provisioned_count"));
    }

    // X writes numbers as text here.
    private static long number(JsonNode body, String field) {
        return Long.parseLong(Json.text(body, field));
    }
}
