package com.dmverify.x.welcome;

import com.dmverify.x.dm.content.MessageData;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A welcome message.
 *
 * @param name for its owner; null if X does not return it
 */
public record WelcomeMessage(
        String id, Instant createdAt, @Nullable String name, MessageData data) {}
