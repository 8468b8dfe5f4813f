package com.dmverify.x.json;

import java.time.Instant;

/** The instants that X can name. Others are damage, or a trap for arithmetic. */
public final class Instants {

    /** The year in which X began. */
    private static final Instant EARLIEST = Instant.parse("2006-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private Instants() {}

    /** Whether the instant lies between the beginning of X and a time that no clock of today shows. */
    public static boolean isPlausible(Instant instant) {
        return isWithin(instant, LATEST);
    }

    /** Whether the instant lies between the beginning of X and the given one. */
    public static boolean isWithin(Instant instant, Instant latest) {
        return !instant.isBefore(EARLIEST) && !instant.isAfter(latest);
    }
}
