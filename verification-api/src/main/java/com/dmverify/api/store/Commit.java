package com.dmverify.api.store;

/** What the commit script answered. */
sealed interface Commit {

    /** It is done. */
    record Committed() implements Commit {}

    /** Another change came first. */
    record Conflict() implements Commit {}

    /** The idempotency key was used before. */
    record KeyUsed(RequestEntry entry) implements Commit {}

    /** Too many records wait in the outbox for a verification to begin. */
    record Full() implements Commit {}
}
