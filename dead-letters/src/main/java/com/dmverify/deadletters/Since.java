package com.dmverify.deadletters;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads a point in time: an instant ({@code 2026-11-20T10:00:00Z}), or how long ago ({@code 90m}, {@code 1h30m},
 * {@code 2d}, {@code PT1H}).
 */
final class Since {

    private static final Pattern SHORT =
            Pattern.compile("(?=.)([0-9]{1,6}d)?([0-9]{1,6}h)?([0-9]{1,6}m)?([0-9]{1,6}s)?");

    private Since() {}

    /** @throws BadUsage if it is neither */
    static Instant parse(String text, Instant now) {
        try {
            Instant since = text.indexOf('-') > 0
                    ? OffsetDateTime.parse(text).toInstant()
                    : now.minus(duration(text.toLowerCase(Locale.ROOT)));
            if (since.isAfter(now)) {
                throw new BadUsage("--since lies ahead: " + text + ".");
            }
            return since.isBefore(Instant.EPOCH) ? Instant.EPOCH : since;
        } catch (DateTimeException | ArithmeticException e) {
            throw new BadUsage(
                    "--since takes a duration (90m, 2d, PT1H) or an instant (2026-11-20T10:00:00Z), not " + text + ".");
        }
    }

    private static Duration duration(String text) {
        return Duration.parse(SHORT.matcher(text).matches() ? iso(text) : text);
    }

    /** {@code 2d3h} as {@code p2dt3h}. */
    private static String iso(String text) {
        int days = text.indexOf('d') + 1;
        String time = text.substring(days);
        return "p" + text.substring(0, days) + (time.isEmpty() ? "" : "t" + time);
    }
}
