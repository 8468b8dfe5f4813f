package com.dmverify.sender.search;

import com.dmverify.sender.overview.Surveys;
import com.dmverify.sender.patience.Patience;
import com.dmverify.sender.sighting.Sighting;
import com.dmverify.sender.sighting.Sightings;
import com.dmverify.x.XError;
import java.util.Optional;

/**
 * Looks for a message of unknown outcome, in the cheapest place that can tell. A conversation is little to read and X
 * bills what it shows, but allows 15 in 15 minutes; when those are used up, as in a storm of errors, one overview tells
 * everybody.
 */
public final class Search {

    private final Evidence evidence;
    private final ConversationSearch conversation;
    private final OverviewSearch overview;

    public Search(Sightings sightings, Surveys surveys, Patience patience) {
        evidence = new Evidence(sightings, patience);
        conversation = new ConversationSearch(evidence);
        overview = new OverviewSearch(surveys, evidence, patience);
    }

    /** The message, if X told of it by itself. Asks nobody but our own memory. */
    public Optional<Sighting> heard(Wanted wanted) {
        return evidence.heard(wanted);
    }

    /** What X shows. Ask only when X had its time to show it. */
    public Finding find(Wanted wanted) {
        return overview.known(wanted).orElseGet(() -> read(wanted));
    }

    private Finding read(Wanted wanted) {
        if (!wanted.account().x().messages().readsOneConversation()) {
            return overview.find(wanted);
        }
        Finding finding = conversation.find(wanted);
        return finding instanceof Finding.Unread(XError.Throttled _) ? overview.find(wanted) : finding;
    }
}
