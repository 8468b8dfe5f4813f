package com.dmverify.promises.evidence;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** A message that X accepted. */
public record Dm(String id, String from, String to, String text, Instant at) {

    static Dm of(JsonNode json) {
        return new Dm(
                json.get("id").asString(),
                json.get("from_id").asString(),
                json.get("to_id").asString(),
                json.get("text").asString(),
                Instant.parse(json.get("created_at").asString()));
    }
}
