package com.dmverify.x.http;

import com.dmverify.x.RateLimit;
import com.dmverify.x.RateLimit.Window;
import com.dmverify.x.RateLimits;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.MessageHeaders;

/**
 * Reads the headers of X's responses. A missing or malformed header counts as absent.
 *
 * <p>Source: X's page "Rate limits"; the daily buckets as recorded on write endpoints.
 */
final class HeaderFields {

    /** X's longest window is a day; one more day for clocks that differ. */
    private static final Duration LONGEST_WINDOW = Duration.ofDays(2);

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,11}");

    private final MessageHeaders headers;

    HeaderFields(MessageHeaders headers) {
        this.headers = headers;
    }

    /** The rate limits, without those whose reset is later than any window of X can end. */
    RateLimits limits(InstantSource clock) {
        Instant latest = clock.instant().plus(LONGEST_WINDOW);
        return new RateLimits(Stream.of(
                        bucket(Window.FIFTEEN_MINUTES, "x-rate-limit-"),
                        bucket(Window.USER_24_HOURS, "x-user-limit-24hour-"),
                        bucket(Window.APP_24_HOURS, "x-app-limit-24hour-"))
                .flatMap(Optional::stream)
                .filter(limit -> !limit.reset().isAfter(latest))
                .toList());
    }

    /** X's {@code Date}. Its v2 has been seen to write {@code UTC} for {@code GMT}. */
    Optional<Instant> date() {
        return httpDate("date");
    }

    /**
     * The instant of {@code Retry-After}, given in seconds or as a date (RFC 9110, section 10.2.3): also if it is now
     * or in the past, but at most one window from now.
     */
    Optional<Instant> retryAfter(InstantSource clock) {
        Instant latest = clock.instant().plus(LONGEST_WINDOW);
        return number("retry-after")
                .map(seconds -> clock.instant().plusSeconds(seconds))
                .or(() -> httpDate("retry-after"))
                .map(until -> until.isAfter(latest) ? latest : until);
    }

    private Optional<Instant> httpDate(String name) {
        return value(name).flatMap(text -> {
            try {
                String usual = text.replace("UTC", "GMT");
                return Optional.of(ZonedDateTime.parse(usual, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant());
            } catch (DateTimeException _) {
                return Optional.empty();
            }
        });
    }

    private Optional<RateLimit> bucket(Window window, String prefix) {
        Optional<Long> limit = number(prefix + "limit");
        Optional<Long> remaining = number(prefix + "remaining");
        Optional<Long> reset = number(prefix + "reset");
        return limit.isEmpty() || remaining.isEmpty() || reset.isEmpty()
                ? Optional.empty()
                : Optional.of(new RateLimit(window, limit.get(), remaining.get(), Instant.ofEpochSecond(reset.get())));
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(headers.getFirstHeader(name)).map(Header::getValue);
    }

    private Optional<Long> number(String name) {
        return value(name)
                .map(String::strip)
                .filter(text -> DIGITS.matcher(text).matches())
                .map(Long::parseLong);
    }
}
