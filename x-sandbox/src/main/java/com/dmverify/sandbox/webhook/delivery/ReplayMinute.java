package com.dmverify.sandbox.webhook.delivery;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** A minute in X's format {@code yyyymmddhhmm}, in UTC. */
public record ReplayMinute(Instant begin) {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuuMMddHHmm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    public static Optional<ReplayMinute> read(String text) {
        try {
            return text.length() == 12
                    ? Optional.of(
                            new ReplayMinute(LocalDateTime.parse(text, FORMAT).toInstant(ZoneOffset.UTC)))
                    : Optional.empty();
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    /** Its last nanosecond. */
    public Instant end() {
        return begin.plus(1, ChronoUnit.MINUTES).minusNanos(1);
    }
}
