package com.dmverify.sandbox.limit;

import java.time.Duration;
import java.util.Map;

/** A window with its current limit. */
record WindowLimit(LimitWindow window, int limit, Duration length) {

    boolean hasCapacity(long now) {
        return window.hasCapacity(limit, length, now);
    }

    void write(Map<String, String> headers) {
        window.write(limit, headers);
    }
}
