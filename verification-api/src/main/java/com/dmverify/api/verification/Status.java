package com.dmverify.api.verification;

import java.util.Locale;

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

    /**
     * The value of this word.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Status ofWire(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
