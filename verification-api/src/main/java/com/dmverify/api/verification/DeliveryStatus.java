package com.dmverify.api.verification;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where the message stands. */
public enum DeliveryStatus {
    QUEUED,
    SENT,
    AWAITING_USER_ACTION,
    UNDELIVERABLE,
    DEADLINE_MISSED,
    /** The verification ended before the message left. */
    WITHDRAWN;

    /** The word for it on every wire. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether this version knows the word; a word that is missing is damage, and nothing new. */
    static boolean isKnown(@Nullable String word) {
        return word == null
                || Arrays.stream(values()).anyMatch(value -> value.wire().equals(word));
    }

    static DeliveryStatus ofWire(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
