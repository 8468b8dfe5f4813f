package com.dmverify.sender.account;

import com.dmverify.sender.ratelimit.AccountBudgets;
import com.dmverify.sender.ratelimit.RateLimiter;
import com.dmverify.x.ClockOffset;
import com.dmverify.x.UserId;
import com.dmverify.x.dm.DirectMessages;
import com.dmverify.x.user.Users;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What an account does at X, with its own credentials.
 *
 * @param credentialOwner whose credentials they are
 * @param clockOffset how far X's clock is ahead of ours, by X's latest answer; empty before the first
 */
public record XApi(
        DirectMessages messages,
        Users users,
        CredentialOwner credentialOwner,
        Supplier<Optional<ClockOffset>> clockOffset) {

    /** The doors of an account that is to be this user. */
    public XApi(DirectMessages messages, Users users, UserId user) {
        this(messages, users, user, Optional::empty);
    }

    /** The same, of a client that measures the offset to X's clock. */
    public XApi(DirectMessages messages, Users users, UserId user, Supplier<Optional<ClockOffset>> clockOffset) {
        this(messages, users, new CredentialOwner(users, user), clockOffset);
    }

    /** Whether X's clock and ours differ by no more than this, as X's latest answer shows; not so before the first. */
    public boolean isClockKnownWithin(Duration most) {
        return clockOffset.get().filter(offset -> !offset.exceeds(most)).isPresent();
    }

    /** Doors that nothing goes through: the answer is always what is wrong with the account's configuration. */
    public static XApi closed(String why, UserId user) {
        MisconfiguredXApi closed = new MisconfiguredXApi(why);
        return new XApi(closed, closed, user);
    }

    /** The same API inside the rate limits of the account. */
    public XApi limited(RateLimiter rateLimiter, AccountBudgets budgets) {
        Users limited = rateLimiter.limit(users, budgets);
        return new XApi(
                rateLimiter.limit(messages, budgets), limited, credentialOwner.checkedWith(limited), clockOffset);
    }
}
