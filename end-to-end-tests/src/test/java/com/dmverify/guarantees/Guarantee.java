package com.dmverify.guarantees;

import java.util.List;

/** A statement that holds through every fault. */
interface Guarantee {

    /** Returns the violations that the evidence so far shows; checked during the run. */
    default List<String> violations(Evidence soFar) {
        return List.of();
    }

    /** Returns what is missing when all verifications have ended. */
    default List<String> missing(Evidence all) {
        return List.of();
    }
}
