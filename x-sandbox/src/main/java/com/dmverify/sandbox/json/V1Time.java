package com.dmverify.sandbox.json;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Formats a time as v1.1 does: {@code Mon Dec 10 22:03:43 +0000 2018}. */
public final class V1Time {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss Z yyyy", Locale.US).withZone(ZoneOffset.UTC);

    private V1Time() {}

    public static String text(Instant time) {
        return FORMAT.format(time);
    }

    /** Formats a time as Account Activity does: {@code 2016-06-02T23:54:02Z}. */
    public static String iso(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
