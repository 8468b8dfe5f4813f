package com.dmverify.sandbox.webhook.delivery;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Replaces all times of a payload by extreme ones. */
final class OddDates {

    /** The largest 64-bit value: the year 292278994. */
    private static final String MILLIS = "\"created_timestamp\":\"9223372036854775807\"";

    /** The last day of Java's calendar. */
    private static final String TIME = "\"date_time\":\"+999999999-12-31T23:59:59+00:00\"";

    private static final Pattern CREATED = Pattern.compile("\"created_timestamp\":\"[0-9]+\"");
    private static final Pattern DATED = Pattern.compile("\"date_time\":\"[^\"]+\"");

    private OddDates() {}

    static byte[] in(byte[] body) {
        String json = new String(body, StandardCharsets.UTF_8);
        String moved = DATED.matcher(CREATED.matcher(json).replaceAll(MILLIS)).replaceAll(TIME);
        return moved.getBytes(StandardCharsets.UTF_8);
    }
}
