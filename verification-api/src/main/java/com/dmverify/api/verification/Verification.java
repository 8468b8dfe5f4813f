package com.dmverify.api.verification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A verification as it stands.
 *
 * @param reason why it ended as it did; null while pending and when verified
 * @param sequence counts the events of its life
 * @param endedAt when it reached its terminal state; null while pending
 */
public record Verification(
        VerificationId id,
        Request request,
        Target target,
        Status status,
        @Nullable String reason,
        Delivery delivery,
        Code code,
        Remaining remaining,
        long sequence,
        Instant createdAt,
        @Nullable Instant endedAt) {

    /** Whether a message was ordered that no report came for yet. */
    public boolean isQueued() {
        return status == Status.PENDING && delivery.status() == DeliveryStatus.QUEUED;
    }

    /** When the right code came; null if it did not. */
    public @Nullable Instant verifiedAt() {
        return status == Status.VERIFIED ? endedAt : null;
    }
}
