package com.dmverify.api.verification;

/** What came of checking a code. */
public sealed interface CheckResult {

    /** The verification after the check. */
    Verification verification();

    /** The right code: the person controls the account. */
    record Approved(Verification verification) implements CheckResult {}

    /** A wrong code; the try is counted, and may have been the last. */
    record Incorrect(Verification verification) implements CheckResult {}

    /** No message has left yet; no try was used. */
    record NotSentYet(Verification verification) implements CheckResult {}

    /** The verification has no code. */
    record WrongMode(Verification verification) implements CheckResult {}

    /** The code's life is over, and the challenge's is not. */
    record CodeOver(Verification verification) implements CheckResult {}

    /** The key of the code may have leaked, so that none is compared; the next code version is on its way. No try was used. */
    record CodeReplaced(Verification verification) implements CheckResult {}

    /** The verification had ended; its status says how. */
    record Ended(Verification verification) implements CheckResult {}
}
