package com.dmverify.sandbox.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Waits for events. The limit only ends a test that is broken: a slow machine must not reach it. */
public final class Waiting {

    /** Longer than any pause of a busy machine. */
    public static final Duration LIMIT = Duration.ofSeconds(60);

    private Waiting() {}

    /** A wait that ends with its condition. */
    public static ConditionFactory await() {
        return Awaitility.await().atMost(LIMIT);
    }
}
