package com.dmverify.sender.ledger;

import java.time.Instant;

/**
 * A call whose outcome was not recorded: X may have accepted the message.
 *
 * @param since X did not have it before then
 * @param over if X had not taken it by then, it never will: the call was at its end, or its owner's lease
 */
public record InDoubtCall(Instant since, Instant over) {

    /** Refuses an end before the beginning with {@link IllegalArgumentException}. */
    public InDoubtCall {
        if (over.isBefore(since)) {
            throw new IllegalArgumentException("a call is not over before it began");
        }
    }
}
