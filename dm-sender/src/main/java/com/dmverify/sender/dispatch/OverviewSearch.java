package com.dmverify.sender.dispatch;

import com.dmverify.sender.ledger.Doubt;
import com.dmverify.sender.overview.Overview;
import com.dmverify.sender.overview.Surveys;
import com.dmverify.sender.patience.Patience;
import com.dmverify.x.Answer;
import java.time.Instant;
import java.util.Optional;

/** Looks for a message among all that the account wrote lately: one reading for everybody who is in doubt. */
record OverviewSearch(Surveys surveys, Evidence evidence, Patience patience) {

    /** In the overview that somebody made already, if it is of use. Its time is that of another replica's clock, perhaps. */
    Optional<Finding> known(Passage passage, Doubt doubt) {
        Instant readable = doubt.over().plus(patience.grace()).plus(patience.skew());
        return surveys.latest(passage.account())
                .filter(overview -> overview.decides(readable, evidence.earliest(doubt)))
                .map(overview -> find(overview, passage, doubt));
    }

    /** In a new one. */
    Finding find(Passage passage, Doubt doubt) {
        Instant earliest = evidence.earliest(doubt);
        return switch (surveys.make(passage.account(), earliest)) {
            case Answer.Ok<Overview>(var overview, var _) ->
                overview.decides(doubt.over().plus(patience.grace()), earliest)
                        ? find(overview, passage, doubt)
                        : new Finding.TooMuch();
            case Answer.Failed<Overview>(var error, var _) -> new Finding.Unread(error);
        };
    }

    private Finding find(Overview overview, Passage passage, Doubt doubt) {
        String digest = surveys.digest(
                passage.account(), passage.knownRecipient().id(), passage.code().digits());
        return overview.find(digest, evidence.earliest(doubt))
                .<Finding>map(Finding.There::new)
                .orElseGet(Finding.NotThere::new);
    }
}
