package com.dmverify.api.verification;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of the code, except the code.
 *
 * @param keyId the key that derives it
 * @param version 1 for the first code of the verification
 * @param digits 6 to 10
 * @param life from the instant that X accepted the message
 * @param expiresAt the end of that life; null until the message was accepted
 */
public record Code(
        String keyId,
        int version,
        int digits,
        Duration life,
        @Nullable Instant expiresAt) {

    /** Whether a message with it left, so that its end is known. */
    public boolean isOut() {
        return expiresAt != null;
    }

    /** How long it is still valid; its whole life until a message left. */
    Duration lifeLeft(Instant now) {
        return expiresAt == null ? life : Duration.between(now, expiresAt);
    }

    /** The same code, whose life began at that instant. */
    Code livesFrom(Instant begin) {
        return new Code(keyId, version, digits, life, begin.plus(life));
    }

    /** The same code, which surely did not leave after all. */
    Code notOut() {
        return new Code(keyId, version, digits, life, null);
    }

    /** The next code version, derived with this key; the old code is worth nothing at once. */
    Code next(String key) {
        return new Code(key, version + 1, digits, life, null);
    }
}
