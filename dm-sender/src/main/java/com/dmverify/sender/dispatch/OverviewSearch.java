package com.dmverify.sender.dispatch;

import com.dmverify.sender.overview.Overview;
import com.dmverify.sender.overview.Surveys;
import com.dmverify.x.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Looks for a message among all that the account wrote lately: one reading for everybody who is in doubt. */
record OverviewSearch(Surveys surveys, Evidence evidence, Duration grace) {

    /** In the overview that somebody made already, if it is of use. */
    Optional<Finding> known(Passage passage, Instant since) {
        return surveys.latest(passage.account())
                .filter(overview -> decides(overview, since))
                .map(overview -> find(overview, passage, since));
    }

    /** In a new one. */
    Finding find(Passage passage, Instant since) {
        return switch (surveys.make(passage.account(), evidence.earliest(since))) {
            case Answer.Ok<Overview>(var overview, var _) ->
                decides(overview, since) ? find(overview, passage, since) : new Finding.TooMuch();
            case Answer.Failed<Overview>(var error, var _) -> new Finding.Unread(error);
        };
    }

    private boolean decides(Overview overview, Instant since) {
        return overview.decides(since.plus(grace), evidence.earliest(since));
    }

    private Finding find(Overview overview, Passage passage, Instant since) {
        String digest = surveys.digest(
                passage.account(), passage.knownRecipient().id(), passage.code().digits());
        return overview.find(digest, evidence.earliest(since))
                .<Finding>map(Finding.There::new)
                .orElseGet(Finding.NotThere::new);
    }
}
