package com.dmverify.sender.dispatch;

import com.dmverify.x.XError;
import java.time.Instant;

/**
 * Looks for a message of unknown outcome, in the cheapest place that can tell. A conversation is little to read and X
 * bills what it shows, but allows 15 in 15 minutes; when those are used up, as in a storm of errors, one overview tells
 * everybody.
 */
record Search(ConversationSearch conversation, OverviewSearch overview) {

    Finding find(Passage passage, Instant since) {
        return overview.known(passage, since).orElseGet(() -> read(passage, since));
    }

    private Finding read(Passage passage, Instant since) {
        if (!passage.account().x().messages().readsOneConversation()) {
            return overview.find(passage, since);
        }
        Finding finding = conversation.find(passage, since);
        return finding instanceof Finding.Unread(XError.Throttled _) ? overview.find(passage, since) : finding;
    }
}
