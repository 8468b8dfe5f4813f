package com.dmverify.sender.account;

import com.dmverify.x.dm.DirectMessages;
import com.dmverify.x.user.Users;

/** What an account does at X, with its own credentials. */
public record XDoors(DirectMessages messages, Users users) {

    /** The same doors; lookups and readings stay inside their budgets. */
    public XDoors metered(Metering metering, Allowances allowances) {
        return new XDoors(
                new MeteredMessages(messages, metering.of(allowances.reads())),
                new MeteredUsers(users, metering.of(allowances.lookups())));
    }
}
