package com.dmverify.api.verification;

import java.time.Instant;
import java.util.Locale;

/**
 * A person's word that they do not want our messages.
 *
 * @param at when it was said: what began later is not meant
 */
public record OptOut(Kind kind, Instant at) {

    /** What is refused. */
    public enum Kind {
        /** "It was not me": what is open. */
        DECLINED,
        /** "No more messages": what is open and all that may come. */
        OPTED_OUT;

        /** The word for it on every wire, and the reason of the verifications that it ends. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean isLasting() {
        return kind == Kind.OPTED_OUT;
    }

    /** The same word, as if it was said at another time. */
    public OptOut at(Instant time) {
        return new OptOut(kind, time);
    }
}
