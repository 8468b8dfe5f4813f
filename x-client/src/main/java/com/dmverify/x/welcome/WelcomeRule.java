package com.dmverify.x.welcome;

import java.time.Instant;

/** Says which greeting is shown to everybody; an account has one at most. */
public record WelcomeRule(String id, Instant createdAt, String welcomeMessageId) {}
