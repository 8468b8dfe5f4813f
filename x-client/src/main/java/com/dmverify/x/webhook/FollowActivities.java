package com.dmverify.x.webhook;

import com.dmverify.x.UserId;
import com.dmverify.x.json.Json;
import com.dmverify.x.webhook.Activity.Kind;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** Maps follows and unfollows of the account. Follows by the account are {@link Kind#OTHER}. */
final class FollowActivities {

    private FollowActivities() {}

    /** Account Activity: one name for both, distinguished by {@code type}. */
    static Activity accountActivity(DeliveredEvent delivered, ParsingContext context) {
        String type = Json.text(delivered.event(), "type");
        return switch (type) {
            case "follow" -> activity(delivered, Kind.FOLLOW, datedId(delivered, type, context.now()), context);
            case "unfollow" -> activity(delivered, Kind.UNFOLLOW, datedId(delivered, type, context.now()), context);
            default -> ActivityReader.other(delivered, context);
        };
    }

    /** X Activity: distinguished by the type of the event, which has no time stamp. */
    static Activity xActivity(DeliveredEvent delivered, Kind kind, ParsingContext context) {
        return activity(delivered, kind, ActivityReader.idOf(delivered, context), context);
    }

    private static Activity activity(DeliveredEvent delivered, Kind kind, String id, ParsingContext context) {
        JsonNode source = delivered.event().path("source");
        UserId follower = Party.id(source);
        UserId followed = Party.id(delivered.event().path("target"));
        if (follower == null || followed == null || !followed.equals(delivered.account())) {
            return ActivityReader.other(delivered, context);
        }
        return new Activity(
                id,
                kind,
                delivered.account(),
                follower,
                Party.handle(source),
                null,
                null,
                delivered.at(context),
                delivered.raw(context.accounts()));
    }

    private static String datedId(DeliveredEvent delivered, String type, Instant now) {
        JsonNode event = delivered.event();
        return type + ":" + Party.id(event.path("source")) + ":" + Party.id(event.path("target")) + ":"
                + Json.millis(event, "created_timestamp", now).toEpochMilli();
    }
}
