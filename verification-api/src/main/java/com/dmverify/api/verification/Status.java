package com.dmverify.api.verification;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a verification stands. All but {@link #PENDING} are terminal. */
public enum Status {
    PENDING,
    VERIFIED,
    EXPIRED,
    EXHAUSTED,
    CANCELED,
    FAILED;

    public boolean isTerminal() {
        return this != PENDING;
    }

    /** The word for it on every wire. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether this version knows the word; a word that is missing is damage, and nothing new. */
    static boolean isKnown(@Nullable String word) {
        return word == null
                || Arrays.stream(values()).anyMatch(value -> value.wire().equals(word));
    }

    static Status ofWire(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
