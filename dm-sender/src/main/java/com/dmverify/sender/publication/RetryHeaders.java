package com.dmverify.sender.publication;

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
 * @param origin topic, partition and offset of its first appearance; null if this is it
 */
public record RetryHeaders(
        int attempt, Instant notBefore, @Nullable String origin) {

    static final String ATTEMPT = "retry-attempt";
    static final String NOT_BEFORE = "retry-not-before";
    static final String CAUSE = "retry-cause";
    static final String ORIGIN = "retry-origin";

    /** Reads them; what is damaged counts as absent, since the record itself is still good. */
    public static RetryHeaders of(Headers headers) {
        return new RetryHeaders(attempt(headers), notBefore(headers), text(headers, ORIGIN));
    }

    private static int attempt(Headers headers) {
        String attempt = text(headers, ATTEMPT);
        return attempt != null && attempt.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(attempt) : 1;
    }

    private static Instant notBefore(Headers headers) {
        String notBefore = text(headers, NOT_BEFORE);
        try {
            return notBefore == null ? Instant.EPOCH : Instant.parse(notBefore);
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }

    private static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }
}
