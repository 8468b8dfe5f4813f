package com.dmverify.x.wire;

import com.dmverify.x.RateLimit;
import com.dmverify.x.RateLimit.Window;
import com.dmverify.x.RateLimits;
import java.time.DateTimeException;
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
 * Reads what X says in headers. Every one of them may be missing or odd: then it says nothing.
 *
 * <p>Source: X's page "Rate limits"; the daily buckets as recorded on write endpoints.
 */
final class HeaderFields {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,11}");

    private final MessageHeaders headers;

    HeaderFields(MessageHeaders headers) {
        this.headers = headers;
    }

    RateLimits limits() {
        return new RateLimits(Stream.of(
                        bucket(Window.FIFTEEN_MINUTES, "x-rate-limit-"),
                        bucket(Window.USER_24_HOURS, "x-user-limit-24hour-"),
                        bucket(Window.APP_24_HOURS, "x-app-limit-24hour-"))
                .flatMap(Optional::stream)
                .toList());
    }

    /** X's own time. Its v2 has been seen to write {@code UTC} for {@code GMT}. */
    Optional<Instant> date() {
        return value("date").flatMap(text -> {
            try {
                String usual = text.replace("UTC", "GMT");
                return Optional.of(ZonedDateTime.parse(usual, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant());
            } catch (DateTimeException _) {
                return Optional.empty();
            }
        });
    }

    /** When to come back, where somebody on the way said it in seconds. */
    Optional<Instant> retryAfter(InstantSource clock) {
        return number("retry-after").map(seconds -> clock.instant().plusSeconds(seconds));
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
