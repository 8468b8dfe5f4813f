package com.dmverify.sender.account;

import com.dmverify.sender.budget.CallBudget;
import com.dmverify.x.dm.DirectMessages;
import com.dmverify.x.user.Users;

/** What an account does at X, with its own credentials. */
public record XDoors(DirectMessages messages, Users users) {

    /** The same doors; lookups and readings stay inside their budgets. */
    public XDoors metered(CallBudget budget, Allowances allowances) {
        return new XDoors(
                new MeteredMessages(messages, new Meter(budget, allowances.reads())),
                new MeteredUsers(users, new Meter(budget, allowances.lookups())));
    }
}
