package com.dmverify.sandbox.limit;

import java.time.Duration;
import java.util.Map;

/** A bucket with the limit that is in force for it. */
record Slot(Bucket bucket, int limit, Duration length) {

    boolean hasRoom(long now) {
        return bucket.hasRoom(limit, length, now);
    }

    void write(Map<String, String> headers) {
        bucket.write(limit, headers);
    }
}
