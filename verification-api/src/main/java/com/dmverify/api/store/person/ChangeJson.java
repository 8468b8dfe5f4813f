package com.dmverify.api.store.person;

import com.dmverify.api.trace.Trace;
import com.dmverify.api.verification.UserId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The changes of opt-outs as they wait in Redis. */
final class ChangeJson {

    private final JsonMapper json = JsonMapper.builder().build();

    String write(OptOutChange change) {
        Map<String, @Nullable String> fields = new LinkedHashMap<>();
        fields.put("account", change.account());
        fields.put("user_id", change.person().value());
        fields.put("state", change.optedOut() ? "opted_out" : "opted_in");
        fields.put("occurred_at", String.valueOf(change.at().toEpochMilli()));
        Trace trace = change.trace();
        if (trace != null) {
            fields.put(Trace.PARENT, trace.parent());
            fields.put(Trace.STATE, trace.state());
        }
        return json.writeValueAsString(fields);
    }

    OptOutChange read(String text) {
        JsonNode fields = json.readTree(text);
        return new OptOutChange(
                fields.required("account").asString(),
                new UserId(fields.required("user_id").asString()),
                fields.required("state").asString().equals("opted_out"),
                Instant.ofEpochMilli(
                        Long.parseLong(fields.required("occurred_at").asString())),
                Trace.of(
                                fields.path(Trace.PARENT).stringValue(null),
                                fields.path(Trace.STATE).stringValue(null))
                        .orElse(null));
    }
}
