package com.dmverify.sandbox.welcome;

import java.time.Instant;

/** Which greeting an account shows; one at most. */
public record WelcomeRule(long id, long owner, long welcomeMessageId, Instant createdAt) {}
