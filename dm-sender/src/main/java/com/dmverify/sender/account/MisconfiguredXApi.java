package com.dmverify.sender.account;

import com.dmverify.sender.error.XErrorPolicy;
import com.dmverify.x.Answer;
import com.dmverify.x.Handle;
import com.dmverify.x.RateLimits;
import com.dmverify.x.UserId;
import com.dmverify.x.XUser;
import com.dmverify.x.dm.DirectMessages;
import com.dmverify.x.dm.RecentMessages;
import com.dmverify.x.dm.SentMessage;
import com.dmverify.x.user.Users;
import org.jspecify.annotations.Nullable;

/** X for an account whose configuration cannot work: whatever is asked, the answer is what is wrong with it. */
record MisconfiguredXApi(String why) implements DirectMessages, Users {

    @Override
    public Answer<SentMessage> send(UserId recipient, String text) {
        return misconfigured();
    }

    @Override
    public Answer<RecentMessages> recentWith(UserId other, @Nullable String older) {
        return misconfigured();
    }

    @Override
    public Answer<RecentMessages> recent(@Nullable String older) {
        return misconfigured();
    }

    @Override
    public boolean readsOneConversation() {
        return true;
    }

    @Override
    public Answer<XUser> byHandle(Handle handle) {
        return misconfigured();
    }

    @Override
    public Answer<XUser> byId(UserId id) {
        return misconfigured();
    }

    @Override
    public Answer<XUser> me() {
        return misconfigured();
    }

    private <T> Answer<T> misconfigured() {
        return new Answer.Failed<>(XErrorPolicy.misconfigured(why), RateLimits.none());
    }
}
