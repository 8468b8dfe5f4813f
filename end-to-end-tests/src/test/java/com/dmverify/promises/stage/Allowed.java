package com.dmverify.promises.stage;

import java.time.Duration;

/**
 * What X lets each brand send.
 *
 * @param messages in one window
 * @param window counted from its first message
 */
public record Allowed(int messages, Duration window) {

    // X's numbers; the sandbox lets the other limits grow with that of messages.
    private static final int DOCUMENTED_MESSAGES = 15;
    private static final int DOCUMENTED_LOOKUPS = 900;
    private static final int DOCUMENTED_READS = 15;

    int lookups() {
        return DOCUMENTED_LOOKUPS * growth();
    }

    /** Of one conversation or another. */
    int reads() {
        return DOCUMENTED_READS * growth();
    }

    private int growth() {
        return Math.max(1, messages / DOCUMENTED_MESSAGES);
    }
}
