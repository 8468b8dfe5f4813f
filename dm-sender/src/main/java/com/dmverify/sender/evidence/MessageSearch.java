package com.dmverify.sender.evidence;

import com.dmverify.sender.echo.MessageEvidence;
import com.dmverify.sender.echo.SentEchoes;
import com.dmverify.sender.error.NextMove;
import com.dmverify.sender.error.XErrorPolicy;
import com.dmverify.sender.evidence.snapshot.ConversationSnapshots;
import com.dmverify.sender.retry.SendTimings;
import java.util.Optional;

/**
 * Looks for a message of unknown outcome, in the cheapest place first. One conversation is short, and X bills what it
 * shows, but X allows 15 readings in 15 minutes; when those are used up, one conversation snapshot answers for all orders.
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

    /** The message, if there is an echo of it. Does not call X. */
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
        return isThrottled(result) ? snapshot.find(query) : result;
    }

    private static boolean isThrottled(SearchResult result) {
        return result instanceof SearchResult.Unreadable(var error)
                && XErrorPolicy.nextMove(error) instanceof NextMove.Wait;
    }
}
