package com.dmverify.x.webhook;

import com.dmverify.x.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a delivery is read with.
 *
 * @param now dates what X does not date
 * @param digits remembers what we sent; null: nothing of it is kept
 */
record Reading(Instant now, @Nullable SentDigits digits) {

    /** What may be kept of a text that the account sent. */
    List<String> kept(UserId sender, UserId recipient, String text) {
        return digits == null ? List.of() : digits.digests(sender, recipient, text);
    }
}
