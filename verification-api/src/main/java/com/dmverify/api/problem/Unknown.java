package com.dmverify.api.problem;

/** The one answer for what is not there, is not the caller's, or is gone after its day. */
public final class Unknown {

    private Unknown() {}

    /** No such verification. */
    public static Problem verification() {
        return Problem.of(
                ProblemType.NOT_FOUND,
                "You have no verification with this id. Ended ones are kept for a limited time.");
    }
}
