package com.dmverify.sender.evidence;

import com.dmverify.sender.echo.MessageEvidence;
import com.dmverify.sender.echo.SentEchoes;
import com.dmverify.sender.evidence.snapshot.ConversationSnapshots;
import com.dmverify.sender.retry.SendTimings;
import com.dmverify.x.XError;
import java.util.Optional;

/**
 * Looks for a message of unknown outcome, in the cheapest place that can tell. A conversation is little to read and X
 * bills what it shows, but allows 15 in 15 minutes; when those are used up, as in a storm of errors, one overview tells
 * everybody.
 */
public final class MessageSearch {

    private final EvidenceMatcher evidence;
    private final ConversationSearch conversation;
    private final SnapshotSearch snapshot;

    public MessageSearch(SentEchoes echoes, ConversationSnapshots snapshots, SendTimings timings) {
        evidence = new EvidenceMatcher(echoes, timings);
        conversation = new ConversationSearch(evidence);
        snapshot = new SnapshotSearch(snapshots, evidence, timings);
    }

    /** The message, if X told of it by itself. Asks nobody but our own memory. */
    public Optional<MessageEvidence> echoed(SearchQuery query) {
        return evidence.echoed(query);
    }

    /** What X shows. Ask only when X had its time to show it. */
    public SearchResult find(SearchQuery query) {
        return snapshot.known(query).orElseGet(() -> read(query));
    }

    private SearchResult read(SearchQuery query) {
        if (!query.account().x().messages().readsOneConversation()) {
            return snapshot.find(query);
        }
        SearchResult result = conversation.find(query);
        return result instanceof SearchResult.Unreadable(XError.Throttled _) ? snapshot.find(query) : result;
    }
}
