package com.dmverify.guarantees.plan;

import java.util.Random;
import java.util.Set;

/**
 * How a person behaves, and with which event their verification may end. A long outage may let any verification fail, and one
 * whose message X may have accepted expire.
 */
public enum Persona {
    TYPES_THE_CODE(50),
    TYPES_A_WRONG_CODE_FIRST(8),
    GUESSES_WRONG(4),
    FORGETS(8),
    CANCELS_AT_ONCE(5),
    CANCELS_AFTER_READING(4),
    FOLLOWS_WHEN_ASKED(6),
    NEVER_FOLLOWS(3),
    /** Declines by DM when asked to follow. */
    REFUSES_WHEN_ASKED(3),
    /** Writes STOP after reading the message. */
    STOPS_AFTER_READING(2),
    IS_SUSPENDED(3),
    DOES_NOT_EXIST(4);

    private static final String SUCCEEDED = "VerificationSucceeded";
    private static final String EXPIRED = "VerificationExpired";
    private static final String FAILED = "VerificationFailed";

    private final int share;

    Persona(int percent) {
        share = percent;
    }

    static Persona drawnBy(Random random) {
        int drawn = random.nextInt(100);
        for (Persona persona : values()) {
            drawn -= persona.share;
            if (drawn < 0) {
                return persona;
            }
        }
        throw new IllegalStateException("The shares do not add up to a hundred");
    }

    /** Whether a verification of this persona may end with this event. */
    public boolean mayEndWith(String event) {
        Set<String> ends = switch (this) {
            case TYPES_THE_CODE, TYPES_A_WRONG_CODE_FIRST, FOLLOWS_WHEN_ASKED -> Set.of(SUCCEEDED, EXPIRED, FAILED);
            case GUESSES_WRONG -> Set.of("VerificationExhausted", EXPIRED, FAILED);
            case CANCELS_AT_ONCE, CANCELS_AFTER_READING -> Set.of("VerificationCanceled", EXPIRED, FAILED);
            case FORGETS, STOPS_AFTER_READING -> Set.of(EXPIRED, FAILED);
            case REFUSES_WHEN_ASKED, NEVER_FOLLOWS, IS_SUSPENDED, DOES_NOT_EXIST -> Set.of(FAILED);
        };
        return ends.contains(event);
    }

    /** Whether X has an account of this person. */
    public boolean exists() {
        return this != DOES_NOT_EXIST;
    }

    /** Whether the person accepts messages only from accounts that they follow. */
    public boolean hasClosedDms() {
        return this == FOLLOWS_WHEN_ASKED || this == NEVER_FOLLOWS || this == REFUSES_WHEN_ASKED;
    }
}
