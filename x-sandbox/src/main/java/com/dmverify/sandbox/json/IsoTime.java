package com.dmverify.sandbox.json;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Formats a time as v2 does, with milliseconds: {@code 2025-01-15T12:00:00.000Z}. */
public final class IsoTime {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private IsoTime() {}

    public static String of(Instant time) {
        return FORMAT.format(time);
    }
}
