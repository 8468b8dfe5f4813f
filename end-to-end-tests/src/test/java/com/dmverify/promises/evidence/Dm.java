package com.dmverify.promises.evidence;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A message that X accepted. */
public record Dm(String id, String from, String to, String text, Instant at) {

    private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");

    static Dm of(JsonNode json) {
        return new Dm(
                json.get("id").asString(),
                json.get("from_id").asString(),
                json.get("to_id").asString(),
                json.get("text").asString(),
                Instant.parse(json.get("created_at").asString()));
    }

    /** The code in it; empty if there is none. */
    public String code() {
        Matcher matcher = CODE.matcher(text);
        return matcher.find() ? matcher.group() : "";
    }
}
