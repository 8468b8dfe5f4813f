package com.dmverify.sender.account;

import com.dmverify.sender.budget.Use;
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
 * @param identity whose credentials they are
 * @param clockOffset how far X's clock is ahead of ours, by X's latest answer; empty before the first
 */
public record XDoors(
        DirectMessages messages, Users users, Identity identity, Supplier<Optional<ClockOffset>> clockOffset) {

    /** The doors of an account that is to be this user. */
    public XDoors(DirectMessages messages, Users users, UserId user) {
        this(messages, users, user, Optional::empty);
    }

    /** The same, of a client that measures the offset to X's clock. */
    public XDoors(DirectMessages messages, Users users, UserId user, Supplier<Optional<ClockOffset>> clockOffset) {
        this(messages, users, new Identity(users, user), clockOffset);
    }

    /** Whether X's clock and ours differ by no more than this, as X's latest answer shows; not so before the first. */
    public boolean isClockKnownWithin(Duration most) {
        return clockOffset.get().filter(offset -> !offset.exceeds(most)).isPresent();
    }

    /** Doors that nothing goes through: the answer is always what is wrong with the account's configuration. */
    public static XDoors closed(String why, UserId user) {
        ClosedDoors closed = new ClosedDoors(why);
        return new XDoors(closed, closed, user);
    }

    /** The same doors; what is asked and read stays inside its budgets. */
    public XDoors metered(Metering metering, Allowances allowances) {
        Users counted = new MeteredUsers(
                users, metering.of(allowances.of(Use.LOOKUPS)), metering.of(allowances.of(Use.INTRODUCTIONS)));
        return new XDoors(
                new MeteredMessages(
                        messages, metering.of(allowances.of(Use.READS)), metering.of(allowances.of(Use.LISTS))),
                counted,
                identity.askingAt(counted),
                clockOffset);
    }
}
