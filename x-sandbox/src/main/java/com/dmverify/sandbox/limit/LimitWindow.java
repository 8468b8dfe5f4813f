package com.dmverify.sandbox.limit;

import java.time.Duration;
import java.util.Map;

/** A fixed window: it begins with the first call and ends after its length. */
final class LimitWindow {

    private final String header;
    private long endsAt = Long.MIN_VALUE;
    private int used;

    LimitWindow(String header) {
        this.header = header;
    }

    boolean hasCapacity(int limit, Duration length, long now) {
        if (now >= endsAt) {
            endsAt = now + length.toMillis();
            used = 0;
        }
        return used < limit;
    }

    void take() {
        used++;
    }

    int used(long now) {
        return now >= endsAt ? 0 : used;
    }

    long endsAt() {
        return endsAt;
    }

    /** Writes the headers. The reset is rounded up to the second at which the window has ended. */
    void write(int limit, Map<String, String> headers) {
        headers.put(header + "limit", Integer.toString(limit));
        headers.put(header + "remaining", Integer.toString(Math.max(0, limit - used)));
        headers.put(header + "reset", Long.toString(Math.ceilDiv(endsAt, 1000L)));
    }
}
