package com.dmverify.sandbox.activity;

import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to hear.
 *
 * @param userId of whom
 * @param eventType the one type of an X Activity subscription; {@code null} for Account Activity, which tells all
 * @param direction {@code inbound}, {@code outbound} or {@code null} for both
 */
public record SubscriptionFilter(
        long userId, @Nullable String eventType, @Nullable String direction) {

    public static SubscriptionFilter allEvents(long userId) {
        return new SubscriptionFilter(userId, null, null);
    }
}
