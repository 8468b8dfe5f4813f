package com.dmverify.sender.ratelimit;

import com.dmverify.x.Answer;
import com.dmverify.x.UserId;
import com.dmverify.x.dm.DirectMessages;
import com.dmverify.x.dm.RecentMessages;
import com.dmverify.x.dm.SentMessage;
import org.jspecify.annotations.Nullable;

/** Reads inside the budgets of reads and lists. What is sent has its own turnstile: its order waits in another way. */
record RateLimitedMessages(DirectMessages messages, RateLimitedCalls reads, RateLimitedCalls lists)
        implements DirectMessages {

    @Override
    public Answer<SentMessage> send(UserId recipient, String text) {
        return messages.send(recipient, text);
    }

    @Override
    public Answer<RecentMessages> recentWith(UserId other, @Nullable String older) {
        return reads.count(() -> messages.recentWith(other, older));
    }

    @Override
    public Answer<RecentMessages> recent(@Nullable String older) {
        return lists.count(() -> messages.recent(older));
    }

    @Override
    public boolean readsOneConversation() {
        return messages.readsOneConversation();
    }
}
