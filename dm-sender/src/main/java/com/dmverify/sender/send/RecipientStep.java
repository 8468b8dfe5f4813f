package com.dmverify.sender.send;

import com.dmverify.sender.ledger.SentLedger;
import com.dmverify.sender.order.Recipient;
import com.dmverify.x.Answer;
import com.dmverify.x.Handle;
import java.util.function.Function;

/**
 * Finds whom an order goes to. A handle is resolved to an id, which the ledger keeps; where the answer is too old by the
 * time of the call, X is asked again, and a handle that has another owner by then gets no message.
 */
final class RecipientStep {

    private final RecipientResolver recipients;
    private final SentLedger ledger;
    private final SendOutcomes outcomes;
    private final XErrorPolicy errorPolicy;

    RecipientStep(SenderState memory, SendOutcomes outcomes, XErrorPolicy errorPolicy) {
        this.recipients = memory.recipients();
        this.ledger = memory.ledger();
        this.outcomes = outcomes;
        this.errorPolicy = errorPolicy;
    }

    /** Goes on with a recipient that is known well enough to be sent to. */
    Disposition address(SendContext context, Function<SendContext, Disposition> then) {
        Handle handle = context.order().target().handle();
        if (context.order().target().userId() != null || handle == null || isFresh(context)) {
            return then.apply(context);
        }
        return switch (recipients.resolve(handle, context.account().x().users())) {
            case Answer.Ok(var recipient, var _) -> note(context, recipient, then);
            case Answer.Failed(var error, var _) -> errorPolicy.after(error, CallType.LOOKUP, context);
        };
    }

    /** Whether the recipient, if it came from a handle, is not too old to be sent to. */
    boolean isFresh(SendContext context) {
        Recipient recipient = context.recipient();
        return recipient != null && (context.order().target().userId() != null || recipients.isFresh(recipient.asOf()));
    }

    private Disposition note(SendContext context, Recipient found, Function<SendContext, Disposition> then) {
        Recipient known = context.recipient();
        if (known != null && !known.id().equals(found.id())) {
            return outcomes.refused(context, Reason.HANDLE_CHANGED, "the handle belongs to another account by now");
        }
        return ledger.address(context.claim(), found) ? then.apply(context.to(found)) : outcomes.lost();
    }
}
