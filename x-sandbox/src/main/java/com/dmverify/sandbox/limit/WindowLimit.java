package com.dmverify.sandbox.limit;

import java.time.Duration;
import java.util.Map;

/** A window with the limit that is in force for it. */
record WindowLimit(LimitWindow window, int limit, Duration length) {

    boolean hasCapacity(long now) {
        return window.hasCapacity(limit, length, now);
    }

    void write(Map<String, String> headers) {
        window.write(limit, headers);
    }
}
