package com.dmverify.api.verification;

import java.time.Instant;

/** What came of asking for the message again. */
public sealed interface ResendResult {

    /** It is queued again, or the same request had it queued before. */
    record Queued(Verification verification) implements ResendResult {}

    /** The verification has no message. */
    record WrongMode() implements ResendResult {}

    /** The verification had ended; its status says how. */
    record Ended(Verification verification) implements ResendResult {}

    /** The person wants no messages. */
    record OptedOut(Verification verification) implements ResendResult {}

    /** A message is on its way. */
    record NotSentYet(Verification verification) implements ResendResult {}

    /** All messages of the policy are used up. */
    record NoSendsLeft() implements ResendResult {}

    /** The next message may be asked for at that instant. */
    record CoolDown(Instant until) implements ResendResult {}
}
