package com.dmverify.local.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A JUnit extension that sets the default time-out of Awaitility to 60 s. A wait ends with its event; the time-out only ends
 * a test that is broken, so a slow machine must not reach it. A module registers it in {@code
 * META-INF/services/org.junit.jupiter.api.extension.Extension} and switches on extension detection.
 */
public final class GenerousWaits implements BeforeAllCallback {

    /** The longest wait for an event. */
    public static final Duration TIMEOUT = Duration.ofSeconds(60);

    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultTimeout(TIMEOUT);
    }
}
