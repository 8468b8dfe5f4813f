package com.dmverify.sender.send;

import com.dmverify.sender.evidence.MessageSearch;
import com.dmverify.sender.evidence.SearchResult;
import com.dmverify.sender.ledger.InDoubtCall;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Settles an unknown outcome: by X's own word if it has come, else by reading what X shows. If our message is there it was
 * sent, if not it is sent (again) with the same code. So a lost answer never makes two visible messages.
 */
final class UnknownOutcomes {

    private final MessageCall sending;
    private final RecipientStep recipientStep;
    private final SendOutcomes outcomes;
    private final XErrorPolicy errorPolicy;
    private final Looking looking;
    private final Clock clock;

    /**
     * Where and when to look.
     *
     * @param grace for X to tell by itself, from the end of the call on, before it is asked
     * @param skew how far X's clock and ours may be apart, so that its time stamps can be compared with ours
     */
    record Looking(MessageSearch search, Duration grace, Duration skew) {}

    UnknownOutcomes(
            MessageCall sending,
            RecipientStep recipientStep,
            SendOutcomes outcomes,
            XErrorPolicy errorPolicy,
            Looking looking,
            Clock clock) {
        this.sending = sending;
        this.recipientStep = recipientStep;
        this.outcomes = outcomes;
        this.errorPolicy = errorPolicy;
        this.looking = looking;
        this.clock = clock;
    }

    /** The end of the matter, if X told of the message by itself. Needs nobody else: neither X nor a working account. */
    Optional<Disposition> echoed(SendContext context) {
        return context.recipient() == null
                ? Optional.empty()
                : context.claim()
                        .inDoubtCall()
                        .flatMap(inDoubtCall -> looking.search().echoed(context.query(inDoubtCall)))
                        .map(proof -> outcomes.echoed(context, proof));
    }

    /** Goes on to send, after the doubt is settled if there is one. */
    Disposition settle(SendContext context) {
        return context.claim()
                .inDoubtCall()
                .map(inDoubtCall -> look(context, inDoubtCall))
                .orElseGet(() -> sending.send(context));
    }

    private Disposition look(SendContext context, InDoubtCall inDoubtCall) {
        Instant readable = inDoubtCall.over().plus(looking.grace());
        return clock.instant().isBefore(readable)
                ? outcomes.again(context, readable, "outcome unknown")
                : conclude(context, looking.search().find(context.query(inDoubtCall)));
    }

    private Disposition conclude(SendContext context, SearchResult result) {
        return switch (result) {
            case SearchResult.Found(var proof) -> outcomes.found(context, proof);
            case SearchResult.NotSent _ -> notThere(context);
            case SearchResult.Incomplete _ -> outcomes.retried(context, "too much was written since to read it all");
            case SearchResult.Unreadable(var error) -> errorPolicy.after(error, CallType.READ, context);
        };
    }

    /** With other credentials than ours, or by another clock, we would not know our own message again. */
    private Disposition notThere(SendContext context) {
        if (!context.account().x().isClockKnownWithin(looking.skew())) {
            return outcomes.retried(
                    context, "X's clock and ours differ too much, or by an unknown time, to take a message for unsent");
        }
        return context.account().x().credentialOwner().isConfirmed()
                ? resend(outcomes.notThere(context))
                : outcomes.retried(context, "X has not said yet whose credentials these are");
    }

    private Disposition resend(SendContext context) {
        sending.notSent(context);
        return recipientStep.address(context, sending::send);
    }
}
