package com.dmverify.x.subscription;

import com.dmverify.x.json.Ids;
import com.dmverify.x.json.Json;
import tools.jackson.databind.JsonNode;

/**
 * A place that X delivers to.
 *
 * @param valid whether its last challenge was answered; X delivers nothing to one that is not
 */
public record Webhook(String id, String url, boolean valid) {

    public Webhook {
        Ids.check("a webhook", id);
    }

    static Webhook read(JsonNode webhook) {
        return new Webhook(Json.text(webhook, "id"), Json.text(webhook, "url"), Json.flag(webhook, "valid"));
    }
}
