package com.dmverify.sender.send;

import com.dmverify.sender.account.Account;
import com.dmverify.sender.account.AccountBlock;
import com.dmverify.sender.ratelimit.BudgetKey;
import com.dmverify.sender.ratelimit.CallBudget;
import com.dmverify.sender.retry.SendTimings;
import com.dmverify.x.UserId;
import com.dmverify.x.XError;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** The one place where X's errors become decisions. */
final class XErrorPolicy {

    private final SendOutcomes outcomes;
    private final CallBudget budget;
    private final SendTimings timings;
    private final Clock clock;

    XErrorPolicy(SendOutcomes outcomes, CallBudget budget, SendTimings timings, Clock clock) {
        this.outcomes = outcomes;
        this.budget = budget;
        this.timings = timings;
        this.clock = clock;
    }

    Disposition after(XError error, CallType call, SendContext context) {
        if (call == CallType.SEND) {
            giveBack(error, context);
        }
        return switch (error) {
            case XError.TargetClosed _ -> refused(Reason.TARGET_CLOSED, error, call, context);
            case XError.TargetUnknown _ -> refused(Reason.TARGET_UNKNOWN, error, call, context);
            case XError.TargetSuspended _ -> refused(Reason.TARGET_SUSPENDED, error, call, context);
            case XError.Rejected _ -> refused(Reason.REJECTED_REQUEST, error, call, context);
            case XError.UnclearRefusal _ -> unclear(error, call, context);
            case XError.SenderRestricted _, XError.AppMisconfigured _, XError.ClockSkewed _, XError.OutOfCredits _ ->
                tripped(error, context);
            case XError.Throttled throttled -> throttled(throttled, call, context);
            case XError.Unavailable _ -> outcomes.retried(context, error.detail());
            case XError.UnknownOutcome _ -> unknown(error, call, context);
        };
    }

    /** What a call certainly did not use: X's windows if it was not counted, the person's hour if nothing was sent. */
    private void giveBack(XError error, SendContext context) {
        BudgetKey taken = context.budgetKey();
        switch (error) {
            case XError.UnknownOutcome _ -> {}
            case XError.Unavailable _ -> budget.giveBack(taken, context.at());
            default -> budget.notSent(taken);
        }
    }

    /** About the account: no message of it does better now. */
    Disposition tripped(XError error, SendContext context) {
        return outcomes.tripped(context, Reason.ofAccount(error).orElseThrow(), error.detail());
    }

    /** About this recipient, or this message. While a message may be out there, that is no word on what became of it. */
    private Disposition refused(Reason reason, XError error, CallType call, SendContext context) {
        if (call == CallType.SEND) {
            context.account().works(context.knownRecipient().id());
        } else if (context.inDoubt()) {
            return outcomes.retried(context, error.detail());
        }
        return outcomes.refused(context, reason, error.detail());
    }

    /** The recipient's fault, or the sender's: messages to others tell, or X does when it is asked who we are. */
    private Disposition unclear(XError error, CallType call, SendContext context) {
        if (call != CallType.SEND) {
            return refused(Reason.REJECTED_REQUEST, error, call, context);
        }
        Account account = context.account();
        UserId person = context.knownRecipient().id();
        return switch (account.suspicion().refused(person)) {
            case RECIPIENT -> outcomes.refused(context, Reason.REJECTED_REQUEST, error.detail());
            case SENDER -> outcomes.tripped(context, Reason.SENDER_RESTRICTED, error.detail());
            case UNKNOWN ->
                (account.suspicion().isFirst(person)
                                ? account.x().credentialOwner().ask()
                                : Optional.<XError>empty())
                        .filter(answer -> Reason.ofAccount(answer).isPresent())
                        .map(answer -> tripped(answer, context))
                        .orElseGet(() -> outcomes.suspected(context, error.detail()));
        };
    }

    /** X may name an instant that is over: each pause has a floor, which grows with the attempts. */
    private Disposition throttled(XError.Throttled error, CallType call, SendContext context) {
        Instant now = clock.instant();
        Instant named = error.until();
        Instant until = named != null ? named : now.plus(timings.throttled());
        Instant floor = now.plus(
                timings.backOff().after(context.attempt(), context.order().id()));
        Instant later = until.isBefore(floor) ? floor : until;
        return switch (call) {
            case LOOKUP -> outcomes.again(context, later, "X throttles lookups");
            case READ -> outcomes.unread(context, later);
            case SEND -> {
                AccountBlock throttle = context.account().breaker().throttle(until, error.detail());
                budget.close(context.account().budgets().messages(), throttle.nextTry());
                yield outcomes.throttled(context, throttle);
            }
        };
    }

    private Disposition unknown(XError error, CallType call, SendContext context) {
        return call == CallType.SEND ? outcomes.unknownOutcome(context) : outcomes.retried(context, error.detail());
    }
}
