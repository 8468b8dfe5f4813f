package com.dmverify.api.request;

import com.dmverify.api.request.StartFields.ConsentFields;
import com.dmverify.api.verification.Consent;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Reads the consent that a platform took. */
final class ConsentField {

    /** X began: no user agreed to a message of ours before. */
    private static final Instant EARLIEST = Instant.parse("2006-01-01T00:00:00Z");

    /** A platform's clock, or its time zone, may be off. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private static final int LONGEST_INSTANT = 40;
    private static final int LONGEST_VERSION = 64;

    private ConsentField() {}

    static @Nullable Consent read(@Nullable ConsentFields body, Instant now, FieldChecks checks) {
        if (body == null) {
            return null;
        }
        if (body.at() == null || body.textVersion() == null) {
            checks.refuse(
                    "/consent",
                    "Say when the user agreed and to which text: {\"at\": \"…Z\", \"text_version\": \"3\"}.");
            return null;
        }
        String version = checks.text("/consent/text_version", body.textVersion(), 1, LONGEST_VERSION);
        Instant at = checks.parsed(
                "/consent/at",
                checks.text("/consent/at", body.at(), 1, LONGEST_INSTANT),
                text -> instant(text, now.plus(AHEAD)));
        return version == null || at == null ? null : new Consent(at.toString(), version);
    }

    private static Instant instant(String text, Instant latest) {
        Instant instant;
        try {
            instant = OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException _) {
            throw new IllegalArgumentException("An instant like 2026-11-20T10:00:00Z is needed");
        }
        if (instant.isBefore(EARLIEST) || instant.isAfter(latest)) {
            throw new IllegalArgumentException("An instant between 2006 and tomorrow is needed");
        }
        return instant;
    }
}
