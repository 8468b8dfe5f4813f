package com.dmverify.xcontract;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Waits for events. The time-out only ends a test that is broken: a slow machine must not reach it. */
final class Waiting {

    /** Longer than any pause of a busy machine. */
    static final Duration LIMIT = Duration.ofSeconds(60);

    private Waiting() {}

    /** Begins a wait that ends with its condition. */
    static ConditionFactory await() {
        return Awaitility.await().atMost(LIMIT);
    }

    /** The same with a description for the message of a failure. */
    static ConditionFactory await(String what) {
        return Awaitility.await(what).atMost(LIMIT);
    }
}
