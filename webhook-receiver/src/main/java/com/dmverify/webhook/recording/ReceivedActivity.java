package com.dmverify.webhook.recording;

import com.dmverify.x.UserId;
import com.dmverify.x.webhook.Activity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One activity of a delivery whose seal was genuine.
 *
 * @param app the app whose secret sealed it
 * @param receivedAt when we had it
 */
public record ReceivedActivity(String app, Activity activity, Instant receivedAt) {

    private static final String NOBODY = "unknown";

    /**
     * What keeps its place in the order of things: the other party, so that what one user did stays in sequence; else the
     * account (somebody revoked our access: there is no other party); else {@code unknown}.
     */
    String key() {
        UserId other = activity.otherId();
        UserId account = activity.accountId();
        if (other != null) {
            return other.value();
        }
        return account == null ? NOBODY : account.value();
    }

    /** The same for a redelivery, and for nothing else: X's ids are the same for both accounts of a conversation. */
    Identity identity() {
        return new Identity(app, activity.accountId(), activity.id());
    }

    record Identity(String app, @Nullable UserId account, String activity) {}
}
