package com.dmverify.sender.dispatch;

import com.dmverify.sender.account.Account;
import com.dmverify.sender.account.Trouble;
import com.dmverify.sender.budget.Allowance;
import com.dmverify.sender.budget.CallBudget;
import com.dmverify.sender.patience.Patience;
import com.dmverify.x.UserId;
import com.dmverify.x.XError;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

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
            case XError.Rejected _ -> refused(Reason.REJECTED_REQUEST, error, call, passage);
            case XError.UnclearRefusal _ -> unclear(error, call, passage);
            case XError.SenderRestricted _, XError.AppMisconfigured _, XError.ClockSkewed _, XError.OutOfCredits _ ->
                tripped(error, passage);
            case XError.Throttled throttled -> throttled(throttled, call, passage);
            case XError.Unavailable _ -> outcomes.retried(passage, error.detail());
            case XError.UnknownOutcome _ -> unknown(error, call, passage);
        };
    }

    /** What a call certainly did not use: X's windows if it was not counted, the person's hour if nothing was sent. */
    private void giveBack(XError error, Passage passage) {
        Allowance taken = passage.allowance();
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
            passage.account().works(passage.knownRecipient().id());
        } else if (passage.inDoubt()) {
            return outcomes.retried(passage, error.detail());
        }
        return outcomes.refused(passage, reason, error.detail());
    }

    /** The recipient's fault, or the sender's: messages to others tell, or X does when it is asked who we are. */
    private Next unclear(XError error, Call call, Passage passage) {
        if (call != Call.SEND) {
            return refused(Reason.REJECTED_REQUEST, error, call, passage);
        }
        Account account = passage.account();
        UserId person = passage.knownRecipient().id();
        return switch (account.suspicion().refused(person)) {
            case RECIPIENT -> outcomes.refused(passage, Reason.REJECTED_REQUEST, error.detail());
            case SENDER -> outcomes.tripped(passage, Reason.SENDER_RESTRICTED, error.detail());
            case UNKNOWN ->
                (account.suspicion().isFirst(person) ? account.x().identity().ask() : Optional.<XError>empty())
                        .filter(answer -> Reason.ofAccount(answer).isPresent())
                        .map(answer -> tripped(answer, passage))
                        .orElseGet(() -> outcomes.suspected(passage, error.detail()));
        };
    }

    /** X may name an instant that is over: each pause has a floor, which grows with the attempts. */
    private Next throttled(XError.Throttled error, Call call, Passage passage) {
        Instant now = clock.instant();
        Instant named = error.until();
        Instant until = named != null ? named : now.plus(patience.throttled());
        Instant floor = now.plus(
                patience.backOff().after(passage.attempt(), passage.order().id()));
        Instant later = until.isBefore(floor) ? floor : until;
        return switch (call) {
            case LOOKUP -> outcomes.again(passage, later, "X throttles lookups");
            case READ -> outcomes.unread(passage, later);
            case SEND -> {
                Trouble throttle = passage.account().breaker().throttle(until, error.detail());
                budget.close(passage.account().allowances().messages(), throttle.nextTry());
                yield outcomes.throttled(passage, throttle);
            }
        };
    }

    private Next unknown(XError error, Call call, Passage passage) {
        return call == Call.SEND ? outcomes.doubtful(passage) : outcomes.retried(passage, error.detail());
    }
}
