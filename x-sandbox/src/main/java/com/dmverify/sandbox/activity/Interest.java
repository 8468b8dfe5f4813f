package com.dmverify.sandbox.activity;

import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to hear.
 *
 * @param userId of whom
 * @param eventType the one type of an X Activity subscription; {@code null} for Account Activity, which tells all
 * @param direction {@code inbound}, {@code outbound} or {@code null} for both
 */
public record Interest(
        long userId, @Nullable String eventType, @Nullable String direction) {

    public static Interest inEverything(long userId) {
        return new Interest(userId, null, null);
    }
}
