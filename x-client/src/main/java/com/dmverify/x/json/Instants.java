package com.dmverify.x.json;

import java.time.Duration;
import java.time.Instant;

/** The range of plausible instants in X's data. Others are damaged, or overflow arithmetic. */
public final class Instants {

    /** The year in which X began. */
    private static final Instant EARLIEST = Instant.parse("2006-01-01T00:00:00Z");

    /** X's clock may differ from ours, and a time stamp without a time zone may be off by one. */
    private static final Duration MOST_AHEAD = Duration.ofDays(1);

    private Instants() {}

    /** Whether the instant lies between 2006, the year in which X began, and a day after now. */
    public static boolean isPlausible(Instant instant, Instant now) {
        return !instant.isBefore(EARLIEST) && !instant.isAfter(now.plus(MOST_AHEAD));
    }
}
