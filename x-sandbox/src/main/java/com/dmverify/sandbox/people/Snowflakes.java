package com.dmverify.sandbox.people;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** X's ids: {@code (id >> 22) + 1288834974657} is the time in milliseconds; above 2^53, unique, growing. */
@Component
public class Snowflakes {

    private static final long EPOCH = 1_288_834_974_657L;

    private final Clock clock;
    private final AtomicLong last = new AtomicLong();

    Snowflakes(Clock clock) {
        this.clock = clock;
    }

    /** The first id of this millisecond; times before X's first are its first. */
    public static long at(long epochMillis) {
        return Math.max(0, epochMillis - EPOCH) << 22;
    }

    public long next() {
        long fromTime = at(clock.millis());
        return last.updateAndGet(previous -> Math.max(previous + 1, fromTime));
    }
}
