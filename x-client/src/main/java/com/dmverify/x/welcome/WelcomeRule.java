package com.dmverify.x.welcome;

import java.time.Instant;

/** The rule that selects the welcome message; an account has at most one. */
public record WelcomeRule(String id, Instant createdAt, String welcomeMessageId) {}
