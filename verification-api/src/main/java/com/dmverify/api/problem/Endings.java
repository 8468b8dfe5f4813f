package com.dmverify.api.problem;

import com.dmverify.api.verification.Verification;

/** What a caller hears who wants something from a verification that has ended. */
public final class Endings {

    private Endings() {}

    /** The problem that tells how it ended. */
    public static Problem of(Verification verification) {
        return switch (verification.status()) {
            case VERIFIED -> Problem.of(Kind.ALREADY_VERIFIED, "The code was accepted already. Nothing is left to do.");
            case EXPIRED -> Problem.of(Kind.EXPIRED, "The code's life is over. Start a new verification.");
            case EXHAUSTED -> Problem.of(Kind.EXHAUSTED, "All tries were used. Start a new verification.");
            case CANCELED -> Problem.of(Kind.CANCELED, "The verification was canceled. Start a new one if needed.");
            case FAILED ->
                Problem.of(
                        Kind.FAILED,
                        "The message could not be delivered (%s). Start a new verification when that is mended."
                                .formatted(verification.reason()));
            case PENDING -> throw new IllegalStateException(verification.id() + " has not ended");
        };
    }
}
