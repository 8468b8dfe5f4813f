package com.dmverify.sandbox.oauth2.token;

import com.dmverify.sandbox.http.JsonObject;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The answer of the token endpoint.
 *
 * @param refresh {@code null} without the scope {@code offline.access}
 */
record TokenResponse(String access, @Nullable String refresh, Set<String> scopes, Duration life) {

    JsonObject body() {
        return JsonObject.of("token_type", "bearer")
                .with("expires_in", life.toSeconds())
                .with("access_token", access)
                .with("scope", String.join(" ", scopes))
                .with("refresh_token", refresh);
    }

    @Override
    public String toString() {
        return "Tokens[scopes=" + scopes + "]";
    }
}
