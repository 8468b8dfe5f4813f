package com.dmverify.x.webhook;

import com.dmverify.codes.CodeFingerprints;
import com.dmverify.x.UserId;
import com.dmverify.x.json.Instants;
import com.dmverify.x.json.UnexpectedJsonException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a delivery is read with.
 *
 * @param now dates what X does not date
 * @param digits remembers what we sent; null: nothing of it is kept
 * @param accounts which accounts are ours
 */
record Reading(Instant now, @Nullable CodeFingerprints digits, OurAccounts accounts) {

    /** X's clock and ours may differ, and so may time zones where one is missing. */
    private static final Duration MOST_AHEAD = Duration.ofDays(1);

    /** What may be kept of a text that the account sent. */
    List<String> kept(UserId sender, UserId recipient, String text) {
        return digits == null ? List.of() : digits.all(sender.value(), recipient.value(), text);
    }

    /** The instant, or an {@link UnexpectedJsonException} if nothing at X can have happened then. */
    Instant checked(Instant instant) {
        if (!Instants.isWithin(instant, now.plus(MOST_AHEAD))) {
            throw new UnexpectedJsonException("an event that is not of X's time");
        }
        return instant;
    }

    /** An id for what X gave none, from all that X said; keyed where there is a key, so that it gives nothing away. */
    String idOf(String json) {
        return digits == null ? "sha256:" + Digests.sha256(json) : "hmac:" + digits.ofText(json);
    }
}
