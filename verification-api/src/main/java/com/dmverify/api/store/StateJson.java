package com.dmverify.api.store;

import com.dmverify.api.trace.Trace;
import com.dmverify.api.verification.Verification;
import com.dmverify.api.verification.VerificationEvent;
import com.dmverify.api.verification.VerificationState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of scripts and outbox entries, in Java's terms. */
final class StateJson {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    /** Its own, without the limits that requests have: the state is ours, and longer. */
    private final JsonMapper json = JsonMapper.builder().build();

    /** The answer of a script that ran in the given shard. */
    Transition transition(String reply, int shard) {
        JsonNode root = json.readTree(reply);
        JsonNode state = root.get("state");
        List<OutboxEntry> outboxEntries = new ArrayList<>();
        for (JsonNode waiting : root.path("outbox")) {
            outboxEntries.add(new OutboxEntry(
                    shard,
                    waiting.get("entry").asString(),
                    event(waiting.get("event").asString())));
        }
        return new Transition(
                Verdict.ofWire(root.get("verdict").asString()),
                state == null ? null : verification(texts(state)),
                outboxEntries);
    }

    /** An entry of the outbox. */
    VerificationEvent event(String body) {
        JsonNode root = json.readTree(body);
        JsonNode cause = root.get("cause");
        return new VerificationEvent(
                VerificationEvent.Type.valueOf(root.get("event").asString().toUpperCase(Locale.ROOT)),
                Instant.ofEpochMilli(Long.parseLong(root.get("at").asString())),
                cause == null ? null : cause.asString(),
                Trace.of(text(root, Trace.PARENT), text(root, Trace.STATE)).orElse(null),
                verification(texts(root.get("state"))));
    }

    Verification verification(Map<String, String> fields) {
        return new VerificationState(fields).read(text -> json.readValue(text, TEXTS));
    }

    String write(@Nullable Object value) {
        return json.writeValueAsString(value);
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.path(field).stringValue(null);
    }

    private static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new HashMap<>();
        node.properties()
                .forEach(field -> texts.put(field.getKey(), field.getValue().asString()));
        return texts;
    }
}
