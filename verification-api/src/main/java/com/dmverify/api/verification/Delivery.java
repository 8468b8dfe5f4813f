package com.dmverify.api.verification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The message.
 *
 * @param account the X account that sends
 * @param dispatch how many times the sender was asked
 * @param again whether the last order repeats a code that the user may already have
 * @param deadline the last order is not carried out after this instant
 * @param waitUntil when we stop waiting for the user; null before we began
 * @param reason why it stands where it stands; null when there is nothing to explain
 */
public record Delivery(
        DeliveryStatus status,
        SendingAccount account,
        int dispatch,
        boolean again,
        Instant deadline,
        @Nullable Instant waitUntil,
        @Nullable String reason) {}
