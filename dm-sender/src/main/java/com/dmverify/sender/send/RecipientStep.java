package com.dmverify.sender.send;

import com.dmverify.events.DmReason;
import com.dmverify.sender.ledger.SentLedger;
import com.dmverify.sender.order.Recipient;
import com.dmverify.x.Answer;
import com.dmverify.x.Handle;

/**
 * Finds the recipient of an order. A handle is resolved to an id when the order is first read, and the ledger keeps the id. If
 * the answer is too old by the time of the call, X is asked again, and a handle that has another owner by then gets no message.
 */
record RecipientStep(RecipientResolver recipients, SentLedger ledger, SendOutcomes outcomes, FailedCalls failures) {

    /**
     * Resolves the handle of an order that is new, also while X throttles the account's messages: how long an order waits
     * must not decide who its handle belongs to. An account that X does not serve at all is not asked.
     */
    StepResult first(SendContext context) {
        boolean served = context.account()
                        .breaker()
                        .block()
                        .map(block -> block.reason() == null)
                        .orElse(true)
                && context.account().x().credentialOwner().objection().isEmpty();
        return context.recipient() == null && served ? resolve(context) : StepResult.next(context);
    }

    StepResult resolve(SendContext context) {
        Handle handle = context.order().target().handle();
        if (handle == null || recipients.isCurrent(context)) {
            return StepResult.next(context);
        }
        return switch (recipients.resolve(handle, context.account().x().users())) {
            case Answer.Ok<Recipient>(var recipient, var _) -> note(context, recipient);
            case Answer.Failed<Recipient>(var error, var _) ->
                StepResult.done(failures.after(error, CallType.LOOKUP, context));
        };
    }

    private StepResult note(SendContext context, Recipient found) {
        Recipient known = context.recipient();
        if (known != null && !known.id().equals(found.id())) {
            return StepResult.done(
                    outcomes.refused(context, DmReason.HANDLE_CHANGED, "the handle belongs to another account by now"));
        }
        return ledger.address(context.claim(), found)
                ? StepResult.next(context.to(found))
                : StepResult.done(outcomes.lost());
    }

    /** X's hint spares a message that would be refused, once: after the user acted on it the message itself is tried. */
    StepResult hint(SendContext context) {
        boolean first = context.order().id().dispatch() == 1 && !context.searched();
        Recipient recipient = context.recipient();
        return first && recipient != null && recipient.closed()
                ? StepResult.done(outcomes.refused(
                        context, DmReason.TARGET_CLOSED, "X says that this user takes no messages from us"))
                : StepResult.next(context);
    }
}
