package com.dmverify.api.verification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of the challenge, except its token.
 *
 * @param keyId the key that derives the token
 * @param expiresAt after this instant it proves nothing
 * @param writtenAt when a message with it was last written, by X's clock; null if none was
 * @param claimant who wrote it while it is not known whose the claimed handle is; null if no sender waits for that
 */
public record Challenge(
        String keyId,
        Instant expiresAt,
        @Nullable Instant writtenAt,
        @Nullable UserId claimant) {

    /** Whether it still proves something. */
    public boolean isOpen(Instant now) {
        return now.isBefore(expiresAt);
    }

    /** Whether a message was not taken into account yet. */
    boolean isNew(Instant at) {
        return writtenAt == null || at.isAfter(writtenAt);
    }

    Challenge written(Instant at) {
        return new Challenge(keyId, expiresAt, at, claimant);
    }

    Challenge claimedBy(@Nullable UserId person) {
        return new Challenge(keyId, expiresAt, writtenAt, person);
    }
}
