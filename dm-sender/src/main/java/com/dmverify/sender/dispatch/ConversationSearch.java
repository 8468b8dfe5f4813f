package com.dmverify.sender.dispatch;

import com.dmverify.sender.ledger.Doubt;
import com.dmverify.x.Answer;
import com.dmverify.x.dm.Recent;
import org.jspecify.annotations.Nullable;

/** Looks for a message in the conversation with its recipient. */
record ConversationSearch(Evidence evidence) {

    /** Of a conversation, one after the other: more would use up the account's readings for one message. */
    private static final int MOST_PAGES = 4;

    Finding find(Passage passage, Doubt doubt) {
        return read(passage, doubt, null, MOST_PAGES);
    }

    private Finding read(Passage passage, Doubt doubt, @Nullable String older, int pages) {
        return switch (passage.account()
                .x()
                .messages()
                .recentWith(passage.knownRecipient().id(), older)) {
            case Answer.Ok<Recent>(var recent, var _) ->
                evidence.found(recent.messages(), passage, doubt)
                        .<Finding>map(Finding.There::new)
                        .orElseGet(() -> readOn(passage, doubt, recent, pages - 1));
            case Answer.Failed<Recent>(var error, var _) -> new Finding.Unread(error);
        };
    }

    private Finding readOn(Passage passage, Doubt doubt, Recent recent, int pages) {
        if (recent.reachesBackTo(evidence.earliest(doubt))) {
            return new Finding.NotThere();
        }
        return pages == 0 ? new Finding.TooMuch() : read(passage, doubt, recent.older(), pages);
    }
}
