package com.dmverify.api.verification;

import java.util.Locale;

/** Where the message stands. */
public enum DeliveryStatus {
    QUEUED,
    SENT,
    AWAITING_USER_ACTION,
    UNDELIVERABLE,
    DEADLINE_MISSED;

    /** The word for it on every wire. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static DeliveryStatus ofWire(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
