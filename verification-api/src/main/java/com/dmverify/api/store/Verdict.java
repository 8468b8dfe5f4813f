package com.dmverify.api.store;

import java.util.Locale;

/** What a script decided. */
public enum Verdict {
    /** It was done. */
    DONE,
    /** It was done before: by the same request with the same idempotency key, or a verification with this id was there. */
    EXISTS,
    /** The idempotency key belongs to another request. */
    CONFLICT,
    /** The right code: the person controls the account. */
    APPROVED,
    /** A wrong code; the try is counted. */
    INCORRECT,
    /** Nothing changed: this was known, or there was nothing to do. */
    KNOWN,
    /** There is none with this id for this tenant. */
    NOT_FOUND,
    /** The verification has ended; its status says how. */
    ENDED,
    /** No message has left yet, or one is on its way. */
    NOT_SENT_YET,
    NO_SENDS_LEFT,
    /** The person wants no messages. */
    OPTED_OUT,
    /** The cool-down runs. */
    TOO_EARLY,
    /** A newer version wrote it: this one leaves it alone. */
    NEWER,
    /** The caller's view is old: look again. */
    STALE;

    static Verdict ofWire(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
