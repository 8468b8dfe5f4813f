package com.dmverify.x.json;

import java.time.Instant;

/** The range of plausible instants in X's data. Others are damaged, or overflow arithmetic. */
public final class Instants {

    /** The year in which X began. */
    private static final Instant EARLIEST = Instant.parse("2006-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private Instants() {}

    /** Whether the instant lies between 2006, the year in which X began, and 2200. */
    public static boolean isPlausible(Instant instant) {
        return isWithin(instant, LATEST);
    }

    /** Whether the instant lies between 2006 and the given one. */
    public static boolean isWithin(Instant instant, Instant latest) {
        return !instant.isBefore(EARLIEST) && !instant.isAfter(latest);
    }
}
