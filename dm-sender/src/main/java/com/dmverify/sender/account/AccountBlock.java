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
public record AccountBlock(String reason, String detail, Instant since, Instant nextTry) {

    private static final String THROTTLED = "throttled";

    static AccountBlock throttle(String detail, Instant since, Instant until) {
        return new AccountBlock(THROTTLED, detail, since, until);
    }

    /** Whether X only wants to be called later: then an order that comes too late missed its deadline. */
    public boolean isThrottle() {
        return reason.equals(THROTTLED);
    }

    /** The same trouble, tried again at another time. */
    AccountBlock until(Instant next) {
        return new AccountBlock(reason, detail, since, next);
    }
}
