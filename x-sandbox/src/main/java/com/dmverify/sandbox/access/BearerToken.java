package com.dmverify.sandbox.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A bearer token.
 *
 * @param userId {@code null} for an app-only token
 * @param scopes none for an app-only token
 * @param expiresAt {@code null} if it does not expire
 */
public record BearerToken(
        String token,
        App app,
        @Nullable Long userId,
        Set<String> scopes,
        @Nullable Instant expiresAt) {

    @Override
    public String toString() {
        return "BearerToken[user=" + userId + ", app=" + app.id() + "]";
    }
}
