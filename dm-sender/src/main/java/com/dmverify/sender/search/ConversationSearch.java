package com.dmverify.sender.search;

import com.dmverify.x.Answer;
import com.dmverify.x.dm.RecentMessages;
import org.jspecify.annotations.Nullable;

/** Looks for a message in the conversation with its recipient. */
record ConversationSearch(Evidence evidence) {

    /** Of a conversation, one after the other: more would use up the account's readings for one message. */
    private static final int MOST_PAGES = 4;

    Finding find(Wanted wanted) {
        return read(wanted, null, MOST_PAGES);
    }

    private Finding read(Wanted wanted, @Nullable String older, int pages) {
        return switch (wanted.account().x().messages().recentWith(wanted.recipient(), older)) {
            case Answer.Ok<RecentMessages>(var recent, var _) ->
                evidence.found(recent.messages(), wanted)
                        .<Finding>map(Finding.There::new)
                        .orElseGet(() -> readOn(wanted, recent, pages - 1));
            case Answer.Failed<RecentMessages>(var error, var _) -> new Finding.Unread(error);
        };
    }

    private Finding readOn(Wanted wanted, RecentMessages recent, int pages) {
        if (recent.reachesBackTo(evidence.earliest(wanted))) {
            return new Finding.NotThere();
        }
        return pages == 0 ? new Finding.TooMuch() : read(wanted, recent.older(), pages);
    }
}
