package com.dmverify.sender.send;

import com.dmverify.sender.account.Breaker;

/** The way of a claimed order until it is fit to be sent: not too late, account in order, recipient found, no doubt. */
final class Delivery {

    private final RecipientStep recipientStep;
    private final UnknownOutcomes doubts;
    private final SendOutcomes outcomes;
    private final XErrorPolicy errorPolicy;

    Delivery(RecipientStep recipientStep, UnknownOutcomes doubts, SendOutcomes outcomes, XErrorPolicy errorPolicy) {
        this.recipientStep = recipientStep;
        this.doubts = doubts;
        this.outcomes = outcomes;
        this.errorPolicy = errorPolicy;
    }

    Disposition deliver(SendContext context) {
        return doubts.echoed(context).orElseGet(() -> enter(context));
    }

    private Disposition enter(SendContext context) {
        if (!context.inDoubt() && context.claim().withdrawn()) {
            return outcomes.withdrawn(context, null);
        }
        if (!context.inDoubt() && context.order().isLate(context.at())) {
            return outcomes.late(context);
        }
        Breaker breaker = context.account().breaker();
        return switch (breaker.enter()) {
            case Breaker.Entry.Shut(var block) -> outcomes.stopped(context, block);
            case Breaker.Entry.Open(var probe) -> {
                try {
                    yield identify(context);
                } finally {
                    if (probe) {
                        breaker.unproven();
                    }
                }
            }
        };
    }

    private Disposition identify(SendContext context) {
        return context.account()
                .x()
                .credentialOwner()
                .objection()
                .map(error -> errorPolicy.tripped(error, context))
                .orElseGet(() -> resolve(context));
    }

    /** A message that may be out there went to the recipient that is known, also if the handle has another owner by now. */
    private Disposition resolve(SendContext context) {
        return context.inDoubt() ? doubts.settle(context) : recipientStep.address(context, this::preFlight);
    }

    /** X's hint spares a message that would be refused, once: whoever acted on it since is tried in earnest. */
    private Disposition preFlight(SendContext context) {
        boolean first = context.order().id().dispatch() == 1;
        return first && context.knownRecipient().closed()
                ? outcomes.refused(context, Reason.TARGET_CLOSED, "X says that this user takes no messages from us")
                : doubts.settle(context);
    }
}
