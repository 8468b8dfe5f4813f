package com.dmverify.x.subscription;

import com.dmverify.x.json.Ids;
import com.dmverify.x.json.Json;
import com.dmverify.x.json.UnexpectedJsonException;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A webhook that is registered at X.
 *
 * @param valid whether it answered the last CRC check; X does not deliver to an invalid webhook
 */
public record Webhook(String id, String url, boolean valid) {

    public Webhook {
        Ids.check("a webhook", id);
    }

    static Webhook read(JsonNode webhook) {
        return new Webhook(Json.text(webhook, "id"), Json.text(webhook, "url"), Json.flag(webhook, "valid"));
    }

    /** Reads the plain list of v1.1. */
    static List<Webhook> readAll(JsonNode body) {
        if (!body.isArray()) {
            throw new UnexpectedJsonException("no list of webhooks");
        }
        return Json.each(body, Webhook::read).toList();
    }
}
