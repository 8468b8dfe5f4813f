package com.dmverify.api.problem;

/** The problem of a verification that does not exist, belongs to another tenant, or was deleted after its retention. */
public final class Unknown {

    private Unknown() {}

    /** No such verification. */
    public static Problem verification() {
        return Problem.of(
                ProblemType.NOT_FOUND,
                "You have no verification with this id. Ended ones are kept for a limited time.");
    }
}
