package com.dmverify.sender.evidence;

import com.dmverify.sender.evidence.snapshot.ConversationSnapshot;
import com.dmverify.sender.evidence.snapshot.ConversationSnapshots;
import com.dmverify.sender.retry.SendTimings;
import com.dmverify.x.Answer;
import java.time.Instant;
import java.util.Optional;

/** Looks for a message in a conversation snapshot: one reading for all orders in doubt. */
record SnapshotSearch(ConversationSnapshots snapshots, EvidenceMatcher evidence, SendTimings timings) {

    /** Searches the latest shared snapshot if it is recent enough. Allows for clock skew, because another replica may have made it. */
    Optional<SearchResult> known(SearchQuery query) {
        Instant readable = query.inDoubtCall().over().plus(timings.grace()).plus(timings.skew());
        return snapshots
                .latest(query.account())
                .filter(snapshot -> snapshot.decides(readable, evidence.earliest(query)))
                .map(snapshot -> find(snapshot, query));
    }

    /** In a new one. */
    SearchResult find(SearchQuery query) {
        Instant earliest = evidence.earliest(query);
        return switch (snapshots.make(query.account(), earliest)) {
            case Answer.Ok<ConversationSnapshot>(var snapshot, var _) ->
                snapshot.decides(query.inDoubtCall().over().plus(timings.grace()), earliest)
                        ? find(snapshot, query)
                        : new SearchResult.Incomplete();
            case Answer.Failed<ConversationSnapshot>(var error, var _) -> new SearchResult.Unreadable(error);
        };
    }

    private SearchResult find(ConversationSnapshot snapshot, SearchQuery query) {
        String digest = snapshots.digest(query.account(), query.recipient(), query.code());
        return snapshot.find(digest, evidence.earliest(query))
                .<SearchResult>map(SearchResult.Found::new)
                .orElseGet(SearchResult.NotSent::new);
    }
}
