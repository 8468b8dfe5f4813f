package com.dmverify.sender.order;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which code the message carries; the code itself travels nowhere and is derived from this.
 *
 * @param keyId which key of the ring shared with verification-api
 * @param codeVersion which code of the verification: 1 is the first
 * @param digits 6 to 10
 * @param life from the moment that X accepts the message, if it is the first with this code
 * @param expiresAt when a code that was sent before ends; null for a code that was not
 */
public record CodeOrder(
        String keyId,
        int codeVersion,
        int digits,
        Duration life,
        @Nullable Instant expiresAt) {

    private static final int FEWEST_DIGITS = 6;
    private static final int MOST_DIGITS = 10;

    /** Refuses a code that cannot exist, or one without a life, with {@link IllegalArgumentException}. */
    public CodeOrder {
        if (codeVersion < 1) {
            throw new IllegalArgumentException("the codes of a verification count from 1, not " + codeVersion);
        }
        if (digits < FEWEST_DIGITS || digits > MOST_DIGITS) {
            throw new IllegalArgumentException("a code has 6 to 10 digits, not " + digits);
        }
        if (!life.isPositive()) {
            throw new IllegalArgumentException("the code would be dead on arrival");
        }
    }

    /** How long the code can be used by a reader of a message that is sent now. */
    public Duration left(Instant now) {
        return expiresAt == null ? life : Duration.between(now, expiresAt);
    }
}
