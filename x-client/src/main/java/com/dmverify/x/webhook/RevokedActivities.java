package com.dmverify.x.webhook;

import com.dmverify.x.UserId;
import com.dmverify.x.json.Ids;
import com.dmverify.x.json.Json;
import com.dmverify.x.webhook.Activity.Kind;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** Maps revocations of the app's access. The account is named in the event, never in its envelope. */
final class RevokedActivities {

    private RevokedActivities() {}

    static Activity accountActivity(DeliveredEvent delivered, ParsingContext context) {
        JsonNode revoke = Json.child(Json.child(delivered.event(), "user_event"), "revoke");
        return activity(
                delivered,
                revoke,
                Json.text(revoke.path("source"), "user_id"),
                Json.text(revoke.path("target"), "app_id"),
                context);
    }

    static Activity xActivity(DeliveredEvent delivered, ParsingContext context) {
        JsonNode revoke = delivered.event();
        return activity(delivered, revoke, Json.text(revoke, "user_id"), Json.text(revoke, "app_id"), context);
    }

    private static Activity activity(
            DeliveredEvent delivered, JsonNode revoke, String user, String app, ParsingContext context) {
        UserId account = new UserId(user);
        Instant at = Json.iso(revoke, "date_time", context.now());
        String id = "revoke:" + account + ":" + Ids.check("an app", app) + ":" + at.toEpochMilli();
        String raw = delivered.raw(context.accounts());
        return new Activity(id, Kind.REVOKED, account, null, null, null, null, at, raw);
    }
}
