package com.dmverify.x.webhook;

import com.dmverify.x.webhook.Activity.Kind;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;

/** Says what an occurrence is: each known kind has its reader, everything else is kept as it came. */
final class Activities {

    private Activities() {}

    static Activity of(Occurrence occurrence, Reading reading) {
        Instant now = reading.now();
        try {
            return switch (occurrence.family()) {
                case "direct_message_events" -> MessageActivities.message(occurrence, reading);
                case "direct_message_mark_read_events" -> MessageActivities.read(occurrence, now);
                case "follow_events" -> FollowActivities.accountActivity(occurrence, now);
                case "follow.follow" -> FollowActivities.xActivity(occurrence, Kind.FOLLOW, now);
                case "follow.unfollow" -> FollowActivities.xActivity(occurrence, Kind.UNFOLLOW, now);
                case "oauth.revoke" -> RevokedActivities.xActivity(occurrence);
                case "" -> RevokedActivities.accountActivity(occurrence);
                default -> other(occurrence, now);
            };
        } catch (IllegalArgumentException _) {
            // Not as X documents it. It is X's all the same, so it is kept.
            return other(occurrence, now);
        }
    }

    static Activity other(Occurrence occurrence, Instant now) {
        String raw = occurrence.raw(Kind.OTHER);
        return new Activity(
                idOf(occurrence, raw),
                Kind.OTHER,
                occurrence.account(),
                null,
                null,
                null,
                null,
                occurrence.at(now),
                raw);
    }

    /** X's id of the delivery, or the digest of what is kept of it: the same over redeliveries. */
    static String idOf(Occurrence occurrence, String raw) {
        String uuid = occurrence.uuid();
        return uuid == null ? "sha256:" + digest(raw) : uuid;
    }

    private static String digest(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
