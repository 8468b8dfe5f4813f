package com.dmverify.sandbox.welcome;

import java.time.Instant;

/** The rule of an account that shows a welcome message. */
public record WelcomeRule(long id, long owner, long welcomeMessageId, Instant createdAt) {}
