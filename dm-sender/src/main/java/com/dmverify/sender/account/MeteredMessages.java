package com.dmverify.sender.account;

import com.dmverify.x.Answer;
import com.dmverify.x.UserId;
import com.dmverify.x.dm.DirectMessages;
import com.dmverify.x.dm.Recent;
import com.dmverify.x.dm.SentMessage;
import org.jspecify.annotations.Nullable;

/** Reads inside the budget of reads. What is sent has its own turnstile: its order waits in another way. */
record MeteredMessages(DirectMessages messages, Meter meter) implements DirectMessages {

    @Override
    public Answer<SentMessage> send(UserId recipient, String text) {
        return messages.send(recipient, text);
    }

    @Override
    public Answer<Recent> recentWith(UserId other, @Nullable String older) {
        return meter.count(() -> messages.recentWith(other, older));
    }
}
