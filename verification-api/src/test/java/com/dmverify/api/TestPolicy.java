package com.dmverify.api;

import com.dmverify.api.policy.Policy;
import java.time.Duration;

/** The product's default numbers. */
public final class TestPolicy {

    public static final Policy DEFAULT = new Policy(
            6,
            Duration.ofMinutes(10),
            Duration.ofMinutes(10),
            Duration.ofMinutes(5),
            Duration.ofSeconds(120),
            Duration.ofMinutes(30),
            5,
            3,
            5,
            Duration.ofSeconds(60),
            Duration.ofMinutes(2),
            Duration.ofHours(24),
            Duration.ofHours(24));

    private TestPolicy() {}
}
