package com.dmverify.promises.plan;

import java.util.Random;
import java.util.Set;

/** What somebody is like, and how their verification may end. Whatever stays away for too long lets any of them fail. */
public enum Persona {
    TYPES_THE_CODE(50),
    MISTYPES_FIRST(8),
    GUESSES_WILDLY(4),
    FORGETS(8),
    THINKS_BETTER_OF_IT(5),
    CANCELS_AFTER_READING(4),
    FOLLOWS_WHEN_ASKED(6),
    NEVER_FOLLOWS(3),
    /** Is asked to follow, and writes no. */
    REFUSES_WHEN_ASKED(3),
    /** Reads the message, and writes STOP. */
    STOPS_AFTER_READING(2),
    IS_SUSPENDED(3),
    IS_NOBODY(4);

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

    /** Whether a verification of theirs may end with this event. */
    public boolean mayEndWith(String event) {
        Set<String> ends = switch (this) {
            case TYPES_THE_CODE, MISTYPES_FIRST, FOLLOWS_WHEN_ASKED -> Set.of(SUCCEEDED, EXPIRED, FAILED);
            case GUESSES_WILDLY -> Set.of("VerificationExhausted", EXPIRED, FAILED);
            case THINKS_BETTER_OF_IT, CANCELS_AFTER_READING -> Set.of("VerificationCanceled", EXPIRED, FAILED);
            case FORGETS, STOPS_AFTER_READING -> Set.of(EXPIRED, FAILED);
            case REFUSES_WHEN_ASKED, NEVER_FOLLOWS, IS_SUSPENDED, IS_NOBODY -> Set.of(FAILED);
        };
        return ends.contains(event);
    }

    /** Whether X has them. */
    public boolean exists() {
        return this != IS_NOBODY;
    }

    /** Whether they take messages only from those they follow. */
    public boolean isCloseMouthed() {
        return this == FOLLOWS_WHEN_ASKED || this == NEVER_FOLLOWS || this == REFUSES_WHEN_ASKED;
    }
}
