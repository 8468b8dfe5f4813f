package com.dmverify.x.welcome;

import com.dmverify.x.dm.content.MessageData;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A greeting.
 *
 * @param name for its owner; null where X does not repeat it
 */
public record WelcomeMessage(
        String id, Instant createdAt, @Nullable String name, MessageData data) {}
