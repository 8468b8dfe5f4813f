package com.dmverify.x.webhook;

import com.dmverify.x.UserId;
import com.dmverify.x.json.Ids;
import com.dmverify.x.json.Json;
import com.dmverify.x.webhook.Activity.Kind;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** An account took the app's access away: the delivery names it in the event, never in its envelope. */
final class RevokedActivities {

    private RevokedActivities() {}

    static Activity accountActivity(Occurrence occurrence, Reading reading) {
        JsonNode revoke = Json.child(Json.child(occurrence.event(), "user_event"), "revoke");
        return activity(
                occurrence,
                revoke,
                Json.text(revoke.path("source"), "user_id"),
                Json.text(revoke.path("target"), "app_id"),
                reading);
    }

    static Activity xActivity(Occurrence occurrence, Reading reading) {
        JsonNode revoke = occurrence.event();
        return activity(occurrence, revoke, Json.text(revoke, "user_id"), Json.text(revoke, "app_id"), reading);
    }

    private static Activity activity(Occurrence occurrence, JsonNode revoke, String user, String app, Reading reading) {
        UserId account = new UserId(user);
        Instant at = reading.checked(Json.iso(revoke, "date_time"));
        String id = "revoke:" + account + ":" + Ids.check("an app", app) + ":" + at.toEpochMilli();
        String raw = occurrence.raw(reading.accounts());
        return new Activity(id, Kind.REVOKED, account, null, null, null, null, at, raw);
    }
}
