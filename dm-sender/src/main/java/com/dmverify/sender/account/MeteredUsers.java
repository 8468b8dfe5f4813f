package com.dmverify.sender.account;

import com.dmverify.x.Answer;
import com.dmverify.x.Handle;
import com.dmverify.x.UserId;
import com.dmverify.x.XUser;
import com.dmverify.x.user.Users;

/** Looks up inside the budget of lookups. */
record MeteredUsers(Users users, Meter meter) implements Users {

    @Override
    public Answer<XUser> byHandle(Handle handle) {
        return meter.count(() -> users.byHandle(handle));
    }

    @Override
    public Answer<XUser> byId(UserId id) {
        return meter.count(() -> users.byId(id));
    }

    /** X counts this question apart, and it is asked so rarely that nobody needs to. */
    @Override
    public Answer<XUser> me() {
        return users.me();
    }
}
