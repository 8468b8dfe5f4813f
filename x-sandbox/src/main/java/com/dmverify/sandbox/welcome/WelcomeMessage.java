package com.dmverify.sandbox.welcome;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A welcome message of an account.
 *
 * @param name for the owner only; may be {@code null}
 * @param extras the other members of {@code message_data}
 */
public record WelcomeMessage(
        long id, long owner, @Nullable String name, String text, Map<String, Object> extras, Instant createdAt) {

    public WelcomeMessage {
        extras = Map.copyOf(extras);
    }

    public WelcomeMessage withContent(String newText, Map<String, Object> newExtras) {
        return new WelcomeMessage(id, owner, name, newText, newExtras, createdAt);
    }
}
