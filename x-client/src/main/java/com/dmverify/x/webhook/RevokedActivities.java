package com.dmverify.x.webhook;

import com.dmverify.x.UserId;
import com.dmverify.x.json.Json;
import com.dmverify.x.webhook.Activity.Kind;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** An account took the app's access away: the delivery names it in the event, never in its envelope. */
final class RevokedActivities {

    private RevokedActivities() {}

    static Activity accountActivity(Occurrence occurrence) {
        JsonNode revoke = Json.child(Json.child(occurrence.event(), "user_event"), "revoke");
        return activity(
                occurrence,
                revoke,
                Json.text(revoke.path("source"), "user_id"),
                Json.text(revoke.path("target"), "app_id"));
    }

    static Activity xActivity(Occurrence occurrence) {
        JsonNode revoke = occurrence.event();
        return activity(occurrence, revoke, Json.text(revoke, "user_id"), Json.text(revoke, "app_id"));
    }

    private static Activity activity(Occurrence occurrence, JsonNode revoke, String user, String app) {
        UserId account = new UserId(user);
        Instant at = Json.iso(revoke, "date_time");
        String id = "revoke:" + account + ":" + app + ":" + at.toEpochMilli();
        return new Activity(id, Kind.REVOKED, account, null, null, null, null, at, occurrence.raw(Kind.REVOKED));
    }
}
