package com.dmverify.guarantees.evidence;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A message that X accepted.
 *
 * @param code the code in its text; empty if there is none
 */
public record Dm(String id, String from, String to, String text, String code, Instant at) {

    private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");

    static Dm of(JsonNode json) {
        String text = json.get("text").asString();
        Matcher code = CODE.matcher(text);
        return new Dm(
                json.get("id").asString(),
                json.get("from_id").asString(),
                json.get("to_id").asString(),
                text,
                code.find() ? code.group() : "",
                Instant.parse(json.get("created_at").asString()));
    }
}
