package com.dmverify.x.webhook;

import com.dmverify.x.UserId;
import com.dmverify.x.json.Json;
import com.dmverify.x.webhook.Activity.Kind;
import tools.jackson.databind.JsonNode;

/** Who follows the account, and no longer. Whom the account follows is {@link Kind#OTHER}. */
final class FollowActivities {

    private FollowActivities() {}

    /** Account Activity: both under one name, and {@code type} tells. */
    static Activity accountActivity(Occurrence occurrence, Reading reading) {
        String type = Json.text(occurrence.event(), "type");
        return switch (type) {
            case "follow" -> activity(occurrence, Kind.FOLLOW, datedId(occurrence, type), reading);
            case "unfollow" -> activity(occurrence, Kind.UNFOLLOW, datedId(occurrence, type), reading);
            default -> Activities.other(occurrence, reading);
        };
    }

    /** X Activity: the type of the event tells, and nothing dates it. */
    static Activity xActivity(Occurrence occurrence, Kind kind, Reading reading) {
        return activity(occurrence, kind, Activities.idOf(occurrence, reading), reading);
    }

    private static Activity activity(Occurrence occurrence, Kind kind, String id, Reading reading) {
        JsonNode source = occurrence.event().path("source");
        UserId follower = Party.id(source);
        UserId followed = Party.id(occurrence.event().path("target"));
        if (follower == null || followed == null || !followed.equals(occurrence.account())) {
            return Activities.other(occurrence, reading);
        }
        return new Activity(
                id,
                kind,
                occurrence.account(),
                follower,
                Party.handle(source),
                null,
                null,
                occurrence.at(reading),
                occurrence.raw(reading.accounts()));
    }

    private static String datedId(Occurrence occurrence, String type) {
        JsonNode event = occurrence.event();
        return type + ":" + Party.id(event.path("source")) + ":" + Party.id(event.path("target")) + ":"
                + Json.millis(event, "created_timestamp").toEpochMilli();
    }
}
