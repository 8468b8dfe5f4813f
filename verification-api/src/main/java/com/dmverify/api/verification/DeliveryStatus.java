package com.dmverify.api.verification;

import java.util.Locale;

/** Where the message stands. */
public enum DeliveryStatus {
    /** No message is sent: the challenge is the only way. Callers see no delivery. */
    NONE,
    QUEUED,
    SENT,
    /** X said that the person read it. */
    SEEN,
    /** X may have accepted it although nothing confirms it: codes are compared. */
    UNCONFIRMED,
    AWAITING_USER_ACTION,
    UNDELIVERABLE,
    DEADLINE_MISSED,
    /** The verification ended before the message left. */
    WITHDRAWN;

    /** Whether a message may still leave; it is withdrawn when its verification ends. */
    boolean mayLeave() {
        return this == QUEUED || this == AWAITING_USER_ACTION;
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
    public static DeliveryStatus ofWire(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
