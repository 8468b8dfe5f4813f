package com.dmverify.sandbox.person;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** Generates X's ids: {@code (id >> 22) + 1288834974657} is the time in milliseconds. Ids are above 2^53, unique and increasing. */
@Component
public class Snowflakes {

    private static final long EPOCH = 1_288_834_974_657L;

    private static final long LAST = Long.MAX_VALUE >> 22;

    private final Clock clock;
    private final AtomicLong last = new AtomicLong();

    Snowflakes(Clock clock) {
        this.clock = clock;
    }

    /** The first id of this millisecond; times out of range give the first or last id. */
    public static long at(long epochMillis) {
        return Math.clamp(epochMillis - EPOCH, 0, LAST) << 22;
    }

    public long next() {
        long fromTime = at(clock.millis());
        return last.updateAndGet(previous -> Math.max(previous + 1, fromTime));
    }
}
