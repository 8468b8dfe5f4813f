package com.dmverify.sandbox.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Waits for events. The limit only ends a test that is broken: a slow machine must not reach it. */
public final class Waiting {

    /** Longer than any pause of a slow machine. */
    public static final Duration LIMIT = Duration.ofSeconds(60);

    private Waiting() {}

    /** Waits until the condition holds. */
    public static ConditionFactory await() {
        return Awaitility.await().atMost(LIMIT);
    }
}
