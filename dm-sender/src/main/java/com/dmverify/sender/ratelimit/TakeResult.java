package com.dmverify.sender.ratelimit;

import java.time.Instant;

/** The budget's answer to a caller that wants to send one message. */
public sealed interface TakeResult {

    /** Send it. */
    record Taken() implements TakeResult {}

    /** Nothing is left; the instant to come back. */
    record ExhaustedUntil(Instant until) implements TakeResult {}

    /** This person had as many messages of the account in the last hour as a person gets. */
    record RecipientLimit() implements TakeResult {}
}
