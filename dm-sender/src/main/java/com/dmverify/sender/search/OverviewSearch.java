package com.dmverify.sender.search;

import com.dmverify.sender.overview.Overview;
import com.dmverify.sender.overview.Surveys;
import com.dmverify.sender.patience.Patience;
import com.dmverify.x.Answer;
import java.time.Instant;
import java.util.Optional;

/** Looks for a message among all that the account wrote lately: one reading for everybody who is in doubt. */
record OverviewSearch(Surveys surveys, Evidence evidence, Patience patience) {

    /** In the overview that somebody made already, if it is of use. Its time is that of another replica's clock, perhaps. */
    Optional<Finding> known(Wanted wanted) {
        Instant readable = wanted.doubt().over().plus(patience.grace()).plus(patience.skew());
        return surveys.latest(wanted.account())
                .filter(overview -> overview.decides(readable, evidence.earliest(wanted)))
                .map(overview -> find(overview, wanted));
    }

    /** In a new one. */
    Finding find(Wanted wanted) {
        Instant earliest = evidence.earliest(wanted);
        return switch (surveys.make(wanted.account(), earliest)) {
            case Answer.Ok<Overview>(var overview, var _) ->
                overview.decides(wanted.doubt().over().plus(patience.grace()), earliest)
                        ? find(overview, wanted)
                        : new Finding.TooMuch();
            case Answer.Failed<Overview>(var error, var _) -> new Finding.Unread(error);
        };
    }

    private Finding find(Overview overview, Wanted wanted) {
        String digest = surveys.digest(wanted.account(), wanted.recipient(), wanted.code());
        return overview.find(digest, evidence.earliest(wanted))
                .<Finding>map(Finding.There::new)
                .orElseGet(Finding.NotThere::new);
    }
}
