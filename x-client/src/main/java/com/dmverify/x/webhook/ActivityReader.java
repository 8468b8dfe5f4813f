package com.dmverify.x.webhook;

import com.dmverify.x.UserId;
import com.dmverify.x.webhook.Activity.Kind;

/** Maps a delivered event to an activity. Each known kind has a mapper; every other event is {@link Kind#OTHER}. */
final class ActivityReader {

    private ActivityReader() {}

    static Activity of(DeliveredEvent delivered, ParsingContext context) {
        try {
            Activity activity = known(delivered, context);
            UserId account = activity.accountId();
            return account == null || context.accounts().mayBeOfApp(account) ? activity : other(delivered, context);
        } catch (IllegalArgumentException _) {
            // Not as X documents it, but signed by X, so it is kept.
            return other(delivered, context);
        }
    }

    private static Activity known(DeliveredEvent delivered, ParsingContext context) {
        return switch (delivered.family()) {
            case "direct_message_events" -> MessageActivities.message(delivered, context);
            case "direct_message_mark_read_events" -> MessageActivities.read(delivered, context);
            case "follow_events" -> FollowActivities.accountActivity(delivered, context);
            case "follow.follow" -> FollowActivities.xActivity(delivered, Kind.FOLLOW, context);
            case "follow.unfollow" -> FollowActivities.xActivity(delivered, Kind.UNFOLLOW, context);
            case "profile.update.handle" -> ProfileActivities.handle(delivered, context);
            case "oauth.revoke" -> RevokedActivities.xActivity(delivered, context);
            case "" -> RevokedActivities.accountActivity(delivered, context);
            default -> other(delivered, context);
        };
    }

    static Activity other(DeliveredEvent delivered, ParsingContext context) {
        return new Activity(
                idOf(delivered, context),
                Kind.OTHER,
                delivered.account(),
                null,
                null,
                null,
                null,
                delivered.atOrNow(context),
                delivered.raw(context.accounts()));
    }

    /** X's id of the delivery, or a digest of the event: the same in every redelivery. */
    static String idOf(DeliveredEvent delivered, ParsingContext context) {
        String uuid = delivered.uuid();
        return uuid == null ? context.idOf(delivered.whole().toString()) : uuid;
    }
}
