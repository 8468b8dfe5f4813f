package com.dmverify.x.subscription;

import com.dmverify.x.call.Call;
import com.dmverify.x.json.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** A replay of events. X delivers an event at its end, too. */
public record ReplayJob(String id) {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyyMMddHHmm", Locale.ROOT).withZone(ZoneOffset.UTC);

    static ReplayJob read(JsonNode job) {
        return new ReplayJob(Json.text(job, "job_id"));
    }

    /** A time in X's format: to the minute, in UTC. */
    static String minute(Instant time) {
        return MINUTE.format(time);
    }

    static Call range(Call call, Instant from, Instant to) {
        return call.with("from_date", minute(from)).with("to_date", minute(to));
    }
}
