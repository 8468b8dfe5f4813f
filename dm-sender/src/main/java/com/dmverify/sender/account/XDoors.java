package com.dmverify.sender.account;

import com.dmverify.sender.budget.Use;
import com.dmverify.x.UserId;
import com.dmverify.x.dm.DirectMessages;
import com.dmverify.x.user.Users;

/**
 * What an account does at X, with its own credentials.
 *
 * @param identity whose credentials they are
 */
public record XDoors(DirectMessages messages, Users users, Identity identity) {

    /** The doors of an account that is to be this user. */
    public XDoors(DirectMessages messages, Users users, UserId user) {
        this(messages, users, new Identity(users, user));
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
                identity.askingAt(counted));
    }
}
