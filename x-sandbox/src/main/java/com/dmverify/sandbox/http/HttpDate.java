package com.dmverify.sandbox.http;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The {@code Date} header, which X sends with every answer; formatted once a second. */
@Component
public class HttpDate {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private final Clock clock;
    private volatile Stamp last = new Stamp(Long.MIN_VALUE, "");

    HttpDate(Clock clock) {
        this.clock = clock;
    }

    public String now() {
        long second = clock.instant().getEpochSecond();
        Stamp stamp = last;
        if (stamp.second != second) {
            stamp = new Stamp(second, at(Instant.ofEpochSecond(second)));
            last = stamp;
        }
        return stamp.text;
    }

    public String at(Instant time) {
        return FORMAT.format(time);
    }

    private record Stamp(long second, String text) {}
}
