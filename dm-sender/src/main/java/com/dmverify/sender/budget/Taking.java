package com.dmverify.sender.budget;

import java.time.Instant;

/** The budget's answer to a caller that wants to send one message. */
public sealed interface Taking {

    /** Send it. */
    record Taken() implements Taking {}

    /** Nothing is left; the instant to come back. */
    record ExhaustedUntil(Instant until) implements Taking {}

    /** This person had as many messages of the account in the last hour as a person gets. */
    record RecipientLimit() implements Taking {}
}
