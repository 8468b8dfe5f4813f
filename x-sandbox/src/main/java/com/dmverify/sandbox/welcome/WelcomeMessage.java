package com.dmverify.sandbox.welcome;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A greeting of an account.
 *
 * @param name for the owner only; {@code null} when it has none
 * @param extras what {@code message_data} holds besides the text
 */
public record WelcomeMessage(
        long id, long owner, @Nullable String name, String text, Map<String, Object> extras, Instant createdAt) {

    public WelcomeMessage {
        extras = Map.copyOf(extras);
    }

    public WelcomeMessage saying(String newText, Map<String, Object> newExtras) {
        return new WelcomeMessage(id, owner, name, newText, newExtras, createdAt);
    }
}
