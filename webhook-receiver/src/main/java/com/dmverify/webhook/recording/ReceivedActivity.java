package com.dmverify.webhook.recording;

import com.dmverify.x.UserId;
import com.dmverify.x.webhook.Activity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One activity of a delivery with a valid signature.
 *
 * @param app the app whose secret signed it
 * @param receivedAt when the delivery was received
 */
public record ReceivedActivity(String app, Activity activity, Instant receivedAt) {

    private static final String UNKNOWN = "unknown";

    /**
     * The key of the record: the other party, so that the activities of one user stay in order; the account if there is
     * no other party (revoked access); else {@code unknown}.
     */
    String key() {
        UserId other = activity.otherId();
        UserId account = activity.accountId();
        if (other != null) {
            return other.value();
        }
        return account == null ? UNKNOWN : account.value();
    }

    /**
     * Equal for redeliveries only. Contains the account, because X's ids are the same for both accounts of a
     * conversation.
     */
    Identity identity() {
        return new Identity(app, activity.accountId(), activity.id());
    }

    record Identity(String app, @Nullable UserId account, String activity) {}
}
