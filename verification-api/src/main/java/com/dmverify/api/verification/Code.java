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
        @Nullable Instant expiresAt) {}
