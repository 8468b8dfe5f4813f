package com.dmverify.sender.ratelimit;

import com.dmverify.x.Answer;
import com.dmverify.x.Handle;
import com.dmverify.x.UserId;
import com.dmverify.x.XUser;
import com.dmverify.x.user.Users;

/** Asks inside the budgets of lookups and introductions. */
record RateLimitedUsers(Users users, RateLimitedCalls lookups, RateLimitedCalls credentialChecks) implements Users {

    @Override
    public Answer<XUser> byHandle(Handle handle) {
        return lookups.count(() -> users.byHandle(handle));
    }

    @Override
    public Answer<XUser> byId(UserId id) {
        return lookups.count(() -> users.byId(id));
    }

    @Override
    public Answer<XUser> me() {
        return credentialChecks.count(users::me);
    }
}
