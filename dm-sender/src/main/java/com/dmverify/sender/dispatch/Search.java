package com.dmverify.sender.dispatch;

import com.dmverify.sender.ledger.Doubt;
import com.dmverify.x.XError;

/**
 * Looks for a message of unknown outcome, in the cheapest place that can tell. A conversation is little to read and X
 * bills what it shows, but allows 15 in 15 minutes; when those are used up, as in a storm of errors, one overview tells
 * everybody.
 */
record Search(ConversationSearch conversation, OverviewSearch overview) {

    Finding find(Passage passage, Doubt doubt) {
        return overview.known(passage, doubt).orElseGet(() -> read(passage, doubt));
    }

    private Finding read(Passage passage, Doubt doubt) {
        if (!passage.account().x().messages().readsOneConversation()) {
            return overview.find(passage, doubt);
        }
        Finding finding = conversation.find(passage, doubt);
        return finding instanceof Finding.Unread(XError.Throttled _) ? overview.find(passage, doubt) : finding;
    }
}
