package com.dmverify.api.problem;

import com.dmverify.api.verification.OptOut;
import com.dmverify.api.verification.Verification;
import org.jspecify.annotations.Nullable;

/** The problems of requests for a verification that has ended. */
public final class Endings {

    private Endings() {}

    /** The problem that says how the verification ended. */
    public static Problem of(Verification verification) {
        return switch (verification.status()) {
            case VERIFIED ->
                Problem.of(ProblemType.ALREADY_VERIFIED, "Control was proven already. Nothing is left to do.");
            case EXPIRED -> Problem.of(ProblemType.EXPIRED, "The code's life is over. Start a new verification.");
            case EXHAUSTED -> Problem.of(ProblemType.EXHAUSTED, "All tries were used. Start a new verification.");
            case CANCELED ->
                Problem.of(ProblemType.CANCELED, "The verification was canceled. Start a new one if needed.");
            case FAILED -> Problem.of(ProblemType.FAILED, failed(verification.reason()));
            case PENDING -> throw new IllegalStateException(verification.id() + " has not ended");
        };
    }

    private static String failed(@Nullable String reason) {
        if (OptOut.Kind.DECLINED.wire().equals(reason)) {
            return "The person answered that it was not them (declined). Start anew only if they ask you to.";
        }
        if (OptOut.Kind.OPTED_OUT.wire().equals(reason)) {
            return "The person wants no messages (opted_out). If they want it, they write START to the account first.";
        }
        return "The message could not be delivered (" + reason + "). Start a new verification when the cause is gone.";
    }
}
