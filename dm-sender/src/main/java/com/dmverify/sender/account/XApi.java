package com.dmverify.sender.account;

import com.dmverify.sender.ratelimit.AccountBudgets;
import com.dmverify.sender.ratelimit.RateLimitedMessages;
import com.dmverify.sender.ratelimit.RateLimiter;
import com.dmverify.x.ClockOffset;
import com.dmverify.x.UserId;
import com.dmverify.x.dm.DirectMessages;
import com.dmverify.x.user.Users;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What an account does at X, with its own credentials and inside its rate limits.
 *
 * @param credentialOwner whose credentials they are
 * @param clockOffset how far X's clock is ahead of ours, by X's latest answer; empty before the first
 */
public record XApi(
        RateLimitedMessages messages,
        Users users,
        CredentialOwner credentialOwner,
        Supplier<Optional<ClockOffset>> clockOffset) {

    /** The API of an account whose owner is to be this user, inside these budgets. */
    public static XApi limited(
            DirectMessages messages,
            Users users,
            UserId owner,
            Supplier<Optional<ClockOffset>> clockOffset,
            Limits limits) {
        Users limited = limits.limiter().limit(users, limits.budgets());
        return new XApi(
                limits.limiter().limit(messages, limits.budgets()),
                limited,
                new CredentialOwner(limited, owner),
                clockOffset);
    }

    /** The API of an account whose configuration cannot work: each answer says what is wrong with it. */
    static XApi misconfigured(String why, UserId owner, Limits limits) {
        MisconfiguredXApi misconfigured = new MisconfiguredXApi(why);
        DirectMessages messages = misconfigured;
        return new XApi(
                limits.limiter().limit(messages, limits.budgets()),
                misconfigured,
                new CredentialOwner(misconfigured, owner),
                Optional::empty);
    }

    /** The rate limits of an account. */
    public record Limits(RateLimiter limiter, AccountBudgets budgets) {}

    /** Whether X's clock and ours differ by no more than this, as X's latest answer shows; false before the first. */
    public boolean isClockKnownWithin(Duration most) {
        return clockOffset.get().filter(offset -> !offset.exceeds(most)).isPresent();
    }
}
