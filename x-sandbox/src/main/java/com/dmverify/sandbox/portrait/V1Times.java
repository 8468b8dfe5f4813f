package com.dmverify.sandbox.portrait;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** v1.1's way of writing a time: {@code Mon Dec 10 22:03:43 +0000 2018}. */
final class V1Times {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss Z yyyy", Locale.US).withZone(ZoneOffset.UTC);

    private V1Times() {}

    static String text(Instant time) {
        return FORMAT.format(time);
    }
}
