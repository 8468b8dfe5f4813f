package com.dmverify.x.webhook;

import com.dmverify.x.UserId;
import com.dmverify.x.webhook.Activity.Kind;

/** Says what an occurrence is: each known kind has its reader, everything else is {@link Kind#OTHER}. */
final class Activities {

    private Activities() {}

    static Activity of(Occurrence occurrence, Reading reading) {
        try {
            Activity activity = known(occurrence, reading);
            UserId account = activity.accountId();
            return account == null || reading.accounts().mayBeOfApp(account) ? activity : other(occurrence, reading);
        } catch (IllegalArgumentException _) {
            // Not as X documents it. It is X's all the same, so it is kept.
            return other(occurrence, reading);
        }
    }

    private static Activity known(Occurrence occurrence, Reading reading) {
        return switch (occurrence.family()) {
            case "direct_message_events" -> MessageActivities.message(occurrence, reading);
            case "direct_message_mark_read_events" -> MessageActivities.read(occurrence, reading);
            case "follow_events" -> FollowActivities.accountActivity(occurrence, reading);
            case "follow.follow" -> FollowActivities.xActivity(occurrence, Kind.FOLLOW, reading);
            case "follow.unfollow" -> FollowActivities.xActivity(occurrence, Kind.UNFOLLOW, reading);
            case "oauth.revoke" -> RevokedActivities.xActivity(occurrence, reading);
            case "" -> RevokedActivities.accountActivity(occurrence, reading);
            default -> other(occurrence, reading);
        };
    }

    static Activity other(Occurrence occurrence, Reading reading) {
        return new Activity(
                idOf(occurrence, reading),
                Kind.OTHER,
                occurrence.account(),
                null,
                null,
                null,
                null,
                occurrence.atOrNow(reading),
                occurrence.raw(reading.accounts()));
    }

    /** X's id of the delivery, or a digest of it: the same over redeliveries. */
    static String idOf(Occurrence occurrence, Reading reading) {
        String uuid = occurrence.uuid();
        return uuid == null ? reading.idOf(occurrence.whole().toString()) : uuid;
    }
}
