package com.dmverify.sender.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * What a record of the retry topic says of its way so far. A record without these headers comes by for the first time.
 *
 * @param attempt which attempt this is, from 1
 * @param notBefore not to be looked at before
 * @param since when it was put into the retry topic for the first time; null if it was not
 * @param origin topic, partition and offset of its first appearance; null if this is it
 */
public record RetryState(
        int attempt,
        Instant notBefore,
        @Nullable Instant since,
        @Nullable String origin) {

    static final String ATTEMPT = com.dmverify.schemas.RetryHeaders.ATTEMPT;
    static final String NOT_BEFORE = com.dmverify.schemas.RetryHeaders.NOT_BEFORE;
    static final String CAUSE = com.dmverify.schemas.RetryHeaders.CAUSE;
    static final String SINCE = com.dmverify.schemas.RetryHeaders.SINCE;
    static final String ORIGIN = com.dmverify.schemas.RetryHeaders.ORIGIN;

    /** Reads them; what is damaged counts as absent, since the record itself is still good. */
    public static RetryState of(Headers headers) {
        Instant notBefore = instant(headers, NOT_BEFORE);
        return new RetryState(
                attempt(headers),
                notBefore == null ? Instant.EPOCH : notBefore,
                instant(headers, SINCE),
                text(headers, ORIGIN));
    }

    private static int attempt(Headers headers) {
        String attempt = text(headers, ATTEMPT);
        return attempt != null && attempt.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(attempt) : 1;
    }

    private static @Nullable Instant instant(Headers headers, String name) {
        String instant = text(headers, name);
        try {
            return instant == null ? null : Instant.parse(instant);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }
}
