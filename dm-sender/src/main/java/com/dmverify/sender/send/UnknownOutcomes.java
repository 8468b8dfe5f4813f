package com.dmverify.sender.send;

import com.dmverify.sender.evidence.MessageSearch;
import com.dmverify.sender.evidence.SearchResult;
import com.dmverify.sender.ledger.InDoubtCall;
import com.dmverify.sender.retry.SendTimings;
import java.time.Clock;
import java.time.Instant;

/**
 * Resolves an unknown outcome: by X's webhook about the message, else by reading what X shows. If the message is found it
 * was sent; if it is certainly not there it is sent again with the same code. So a lost answer never makes two visible
 * messages.
 */
record UnknownOutcomes(
        MessageSearch search, SendOutcomes outcomes, FailedCalls failures, SendTimings timings, Clock clock) {

    /** Looks for X's webhook about the message. Needs neither X nor a working account. */
    StepResult echo(SendContext context) {
        return context.recipient() == null
                ? StepResult.next(context)
                : context.claim()
                        .inDoubtCall()
                        .flatMap(call -> search.echoed(context.query(call)))
                        .map(evidence -> StepResult.done(outcomes.echoed(context, evidence)))
                        .orElseGet(() -> StepResult.next(context));
    }

    /** Looks for the message in what X shows. Goes on only if it was certainly not sent. */
    StepResult search(SendContext context) {
        return context.claim()
                .inDoubtCall()
                .map(call -> search(context, call))
                .orElseGet(() -> StepResult.next(context));
    }

    private StepResult search(SendContext context, InDoubtCall call) {
        if (outcomes.deadlines().isReportDue(context)) {
            return StepResult.done(outcomes.searchOver(context));
        }
        Instant readable = call.over().plus(timings.grace());
        return clock.instant().isBefore(readable)
                ? StepResult.done(outcomes.again(context, readable, "outcome unknown"))
                : conclude(context, search.find(context.query(call)));
    }

    private StepResult conclude(SendContext context, SearchResult result) {
        return switch (result) {
            case SearchResult.Found(var evidence) -> StepResult.done(outcomes.found(context, evidence));
            case SearchResult.NotSent _ -> notSent(context);
            case SearchResult.Incomplete _ ->
                StepResult.done(outcomes.retried(context, "too much was written since to read it all"));
            case SearchResult.Unreadable(var error) -> StepResult.done(failures.after(error, CallType.READ, context));
        };
    }

    /** With another account's credentials, or by another clock, our own message would not be recognised. */
    private StepResult notSent(SendContext context) {
        if (!context.account().x().isClockKnownWithin(timings.skew())) {
            return StepResult.done(outcomes.retried(
                    context,
                    "X's clock and ours differ too much, or by an unknown time, to take a message for unsent"));
        }
        if (!context.account().x().credentialOwner().isConfirmed()) {
            return StepResult.done(outcomes.retried(context, "X has not confirmed the owner of these credentials yet"));
        }
        context.account()
                .x()
                .messages()
                .notSent(context.knownRecipient().id(), context.order().id().toString());
        return StepResult.next(outcomes.notSent(context));
    }
}
