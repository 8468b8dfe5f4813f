package com.dmverify.sender.account;

import java.time.Instant;

/**
 * Why nothing is sent with an account for the moment.
 *
 * @param reason as in {@code DmAttempted.reason}
 * @param detail X's own words, for operators
 * @param since when it began
 * @param nextTry when one message is tried again, to see whether it is over
 */
public record Trouble(String reason, String detail, Instant since, Instant nextTry) {

    /** The same trouble, tried again at another time. */
    Trouble until(Instant next) {
        return new Trouble(reason, detail, since, next);
    }
}
