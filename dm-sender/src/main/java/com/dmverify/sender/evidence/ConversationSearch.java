package com.dmverify.sender.evidence;

import com.dmverify.x.Answer;
import com.dmverify.x.dm.RecentMessages;
import org.jspecify.annotations.Nullable;

/** Looks for a message in the conversation with its recipient. */
record ConversationSearch(EvidenceMatcher evidence) {

    /** Of a conversation, one after the other: more would use up the account's readings for one message. */
    private static final int MOST_PAGES = 4;

    SearchResult find(SearchQuery query) {
        return read(query, null, MOST_PAGES);
    }

    private SearchResult read(SearchQuery query, @Nullable String older, int pages) {
        return switch (query.account().x().messages().recentWith(query.recipient(), older)) {
            case Answer.Ok<RecentMessages>(var recent, var _) ->
                evidence.found(recent.messages(), query)
                        .<SearchResult>map(SearchResult.Found::new)
                        .orElseGet(() -> readOn(query, recent, pages - 1));
            case Answer.Failed<RecentMessages>(var error, var _) -> new SearchResult.Unreadable(error);
        };
    }

    private SearchResult readOn(SearchQuery query, RecentMessages recent, int pages) {
        if (recent.reachesBackTo(evidence.earliest(query))) {
            return new SearchResult.NotSent();
        }
        return pages == 0 ? new SearchResult.Incomplete() : read(query, recent.older(), pages);
    }
}
