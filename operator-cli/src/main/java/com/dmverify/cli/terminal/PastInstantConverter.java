package com.dmverify.cli.terminal;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads a point in time: an instant ({@code 2026-11-20T10:00:00Z}), or how long ago ({@code 90m}, {@code 1h30m},
 * {@code 2d}, {@code PT1H}).
 */
public final class PastInstantConverter implements ITypeConverter<Instant> {

    private static final Pattern SHORT =
            Pattern.compile("(?=.)([0-9]{1,6}d)?([0-9]{1,6}h)?([0-9]{1,6}m)?([0-9]{1,6}s)?");

    private final InstantSource clock;

    public PastInstantConverter(InstantSource clock) {
        this.clock = clock;
    }

    /** @throws TypeConversionException if the text is neither, or a point in the future */
    @Override
    public Instant convert(String text) {
        Instant now = clock.instant();
        Instant instant = read(text, now);
        if (instant.isAfter(now)) {
            throw new TypeConversionException(text + " is in the future");
        }
        return instant.isBefore(Instant.EPOCH) ? Instant.EPOCH : instant;
    }

    private static Instant read(String text, Instant now) {
        try {
            return text.indexOf('-') > 0
                    ? OffsetDateTime.parse(text).toInstant()
                    : now.minus(duration(text.toLowerCase(Locale.ROOT)));
        } catch (DateTimeException | ArithmeticException e) {
            throw new TypeConversionException(
                    text + " is neither a duration (90m, 2d, PT1H) nor an instant (2026-11-20T10:00:00Z)");
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
