package com.dmverify.api.verification;

/** What came of canceling. */
public sealed interface CancelResult {

    /** It is canceled, by this request or by one before. */
    record Canceled(Verification verification) implements CancelResult {}

    /** It had ended otherwise; its status says how. */
    record Ended(Verification verification) implements CancelResult {}
}
