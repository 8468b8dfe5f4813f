package com.dmverify.api.verification;

import java.util.Locale;

/** How control of the account is proven. */
public enum Mode {
    /** We send a code, and the person types it on the platform. */
    DM_OUT,
    /** The platform shows a challenge, and the person sends it to us. */
    DM_IN,
    /** Both; the first proof wins. */
    AUTO;

    /** Whether a message of ours may prove it. */
    public boolean sendsMessage() {
        return this != DM_IN;
    }

    /** Whether a message of the person may prove it. */
    public boolean hasChallenge() {
        return this != DM_OUT;
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
    public static Mode ofWire(String word) {
        for (Mode mode : values()) {
            if (mode.wire().equals(word)) {
                return mode;
            }
        }
        throw new IllegalArgumentException("dm_out, dm_in or auto is needed");
    }
}
