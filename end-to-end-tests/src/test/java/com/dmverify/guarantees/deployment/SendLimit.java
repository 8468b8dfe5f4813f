package com.dmverify.guarantees.deployment;

import java.time.Duration;

/**
 * X's limit of messages for each brand.
 *
 * @param messages in one window
 * @param window its length, counted from the first message
 */
public record SendLimit(int messages, Duration window) {

    // X's limits; the sandbox raises the other limits in proportion to the limit of messages.
    private static final int DOCUMENTED_MESSAGES = 15;
    private static final int DOCUMENTED_LOOKUPS = 900;
    private static final int DOCUMENTED_READS = 15;

    int lookups() {
        return DOCUMENTED_LOOKUPS * growth();
    }

    /** Reads of conversations. */
    int reads() {
        return DOCUMENTED_READS * growth();
    }

    private int growth() {
        return Math.max(1, messages / DOCUMENTED_MESSAGES);
    }
}
