package com.dmverify.sender.dispatch;

import com.dmverify.sender.budget.Allowance;
import com.dmverify.sender.budget.CallBudget;
import com.dmverify.sender.patience.Patience;
import com.dmverify.x.XError;
import java.time.Clock;
import java.time.Instant;

/** The one place where X's errors become decisions. */
final class NextMove {

    private final Outcomes outcomes;
    private final CallBudget budget;
    private final Patience patience;
    private final Clock clock;

    NextMove(Outcomes outcomes, CallBudget budget, Patience patience, Clock clock) {
        this.outcomes = outcomes;
        this.budget = budget;
        this.patience = patience;
        this.clock = clock;
    }

    Next after(XError error, Call call, Passage passage) {
        if (call == Call.SEND) {
            giveBack(error, passage);
        }
        return switch (error) {
            case XError.TargetClosed _ -> refused(Reason.TARGET_CLOSED, error, call, passage);
            case XError.TargetUnknown _ -> refused(Reason.TARGET_UNKNOWN, error, call, passage);
            case XError.TargetSuspended _ -> refused(Reason.TARGET_SUSPENDED, error, call, passage);
            case XError.Rejected _, XError.UnclearRefusal _ -> refused(Reason.REJECTED_REQUEST, error, call, passage);
            case XError.SenderRestricted _, XError.AppMisconfigured _, XError.ClockSkewed _, XError.OutOfCredits _ ->
                tripped(error, passage);
            case XError.Throttled throttled -> throttled(throttled, call, passage);
            case XError.Unavailable _ -> outcomes.retried(passage, error.detail());
            case XError.UnknownOutcome _ -> unknown(error, call, passage);
        };
    }

    /** What a call certainly did not use: X's windows if it was not counted, the person's hour if nothing was sent. */
    private void giveBack(XError error, Passage passage) {
        Allowance taken = passage.account()
                .allowances()
                .messageTo(passage.knownRecipient().id());
        switch (error) {
            case XError.UnknownOutcome _ -> {}
            case XError.Unavailable _ -> budget.giveBack(taken, passage.at());
            default -> budget.notSent(taken);
        }
    }

    /** About the account: no message of it does better now. */
    Next tripped(XError error, Passage passage) {
        return outcomes.tripped(passage, Reason.ofAccount(error).orElseThrow(), error.detail());
    }

    /** About this recipient, or this message. While a message may be out there, that is no word on what became of it. */
    private Next refused(Reason reason, XError error, Call call, Passage passage) {
        if (call == Call.SEND) {
            passage.account().breaker().close();
        } else if (passage.inDoubt()) {
            return outcomes.retried(passage, error.detail());
        }
        return outcomes.refused(passage, reason, error.detail());
    }

    private Next throttled(XError.Throttled error, Call call, Passage passage) {
        Instant named = error.until();
        Instant until = named != null ? named : clock.instant().plus(patience.throttled());
        return switch (call) {
            case LOOKUP -> outcomes.again(passage, until, "X throttles lookups");
            case READ -> outcomes.unread(passage, until);
            case SEND -> {
                budget.close(passage.account().allowances().messages(), until);
                yield outcomes.throttled(passage, until);
            }
        };
    }

    private Next unknown(XError error, Call call, Passage passage) {
        return call == Call.SEND ? outcomes.doubtful(passage) : outcomes.retried(passage, error.detail());
    }
}
