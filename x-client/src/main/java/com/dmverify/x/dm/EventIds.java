package com.dmverify.x.dm;

import com.dmverify.x.json.Ids;
import java.time.Instant;

/** Ids of messages. They are snowflakes, which contain the time. */
final class EventIds {

    /** The first millisecond of X's snowflakes. */
    private static final long EPOCH = 1_288_834_974_657L;

    private static final int TIME_SHIFT = 22;

    private EventIds() {}

    static String check(String id) {
        return Ids.check("a message", id);
    }

    /** The time in the id, within milliseconds of X's own time stamp. */
    static Instant timeOf(String id) {
        return Instant.ofEpochMilli((Long.parseUnsignedLong(check(id)) >>> TIME_SHIFT) + EPOCH);
    }
}
