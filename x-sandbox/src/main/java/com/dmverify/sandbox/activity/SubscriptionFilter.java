package com.dmverify.sandbox.activity;

import org.jspecify.annotations.Nullable;

/**
 * The filter of a subscription.
 *
 * @param userId the user whose activities are delivered
 * @param eventType the type of an X Activity subscription; {@code null} for Account Activity, which has all types
 * @param direction {@code inbound}, {@code outbound} or {@code null} for both
 */
public record SubscriptionFilter(
        long userId, @Nullable String eventType, @Nullable String direction) {

    public static SubscriptionFilter allEvents(long userId) {
        return new SubscriptionFilter(userId, null, null);
    }
}
