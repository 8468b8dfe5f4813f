package com.dmverify.x.dm;

import java.time.Instant;
import java.util.regex.Pattern;

/** The ids of messages: snowflakes, which carry their time. */
final class EventIds {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,19}");

    /** The first millisecond of X's snowflakes. */
    private static final long EPOCH = 1_288_834_974_657L;

    private static final int TIME_SHIFT = 22;

    private EventIds() {}

    static String check(String id) {
        if (!DIGITS.matcher(id).matches()) {
            throw new IllegalArgumentException("an id of a message is 1 to 19 digits");
        }
        return id;
    }

    /** When the id was made; within milliseconds of X's own time stamp. */
    static Instant timeOf(String id) {
        return Instant.ofEpochMilli((Long.parseUnsignedLong(check(id)) >>> TIME_SHIFT) + EPOCH);
    }
}
