package com.dmverify.sender.send;

import com.dmverify.sender.account.Account;
import com.dmverify.sender.ledger.CallStart;
import com.dmverify.sender.ratelimit.TakeResult;
import com.dmverify.sender.text.MessageTexts;
import com.dmverify.x.Answer;
import com.dmverify.x.dm.SentMessage;
import java.time.Clock;
import java.util.Optional;

/**
 * The call itself: inside the deadline, the lease and the budget, its begin noted before, X's word on the budget heeded
 * after. What was withdrawn is looked at last; then, right before the first byte, the lease and the age of the handle once
 * more, since Redis may have been slow meanwhile.
 */
final class MessageCall {

    private final SenderState memory;
    private final MessageTexts texts;
    private final SendOutcomes outcomes;
    private final XErrorPolicy errorPolicy;
    private final Clock clock;

    MessageCall(SenderState memory, MessageTexts texts, SendOutcomes outcomes, XErrorPolicy errorPolicy, Clock clock) {
        this.memory = memory;
        this.texts = texts;
        this.outcomes = outcomes;
        this.errorPolicy = errorPolicy;
        this.clock = clock;
    }

    Disposition send(SendContext context) {
        return obstacle(context).orElseGet(() -> take(context));
    }

    private Optional<Disposition> obstacle(SendContext context) {
        if (context.claim().withdrawn()) {
            return Optional.of(outcomes.withdrawn(context, null));
        }
        return outcomes.over(context).or(() -> slow(context)).or(() -> uninformed(context));
    }

    private Optional<Disposition> slow(SendContext context) {
        return context.claim().lease().allowsCall()
                ? Optional.empty()
                : Optional.of(outcomes.retried(context, "it took too long to look"));
    }

    /** The handle may have another owner by now: the next passage asks X again. */
    private Optional<Disposition> outdated(SendContext context) {
        return context.order().target().userId() != null
                        || memory.recipients().isFresh(context.knownRecipient().asOf())
                ? Optional.empty()
                : Optional.of(outcomes.retried(context, "the handle was looked up too long ago"));
    }

    private Optional<Disposition> uninformed(SendContext context) {
        return memory.freshness().objection().map(why -> outcomes.uninformed(context, why));
    }

    private Disposition take(SendContext context) {
        return switch (memory.budget().take(context.budgetKey())) {
            case TakeResult.ExhaustedUntil(var until) -> outcomes.budgetEmpty(context, until);
            case TakeResult.RecipientLimit _ ->
                outcomes.refused(context, Reason.RECIPIENT_LIMIT, "this person had enough messages in the last hour");
            case TakeResult.Taken _ -> begin(context.callingAt(clock.instant()));
        };
    }

    private Disposition begin(SendContext context) {
        return switch (memory.ledger().call(context.claim(), context.at())) {
            case CallStart.LOST -> {
                // The new owner of this dispatch counts under the same name in the hour of the person: that stays.
                memory.budget().giveBack(context.account().budgets().messages(), context.at());
                yield outcomes.lost();
            }
            case CallStart.WITHDRAWN -> notCalled(context, outcomes.withdrawn(context, null));
            case CallStart.CALLING ->
                isOptedOut(context)
                        ? notCalled(context, outcomes.withdrawn(context, Reason.OPTED_OUT))
                        : inTime(context);
        };
    }

    /** If this cannot be told, nothing was called: the order must not be left as one that maybe was. */
    private boolean isOptedOut(SendContext context) {
        try {
            return memory.optOuts()
                    .isOptedOut(
                            context.order().account(),
                            context.knownRecipient().id().value());
        } catch (RuntimeException e) {
            memory.ledger().release(context.claim());
            memory.budget().giveBack(context.budgetKey(), context.at());
            throw e;
        }
    }

    private Disposition notCalled(SendContext context, Disposition next) {
        memory.budget().giveBack(context.budgetKey(), context.at());
        return next;
    }

    /** A call that does not begin leaves no doubt: what is tried again is released as not called. */
    private Disposition inTime(SendContext context) {
        return slow(context)
                .or(() -> outdated(context))
                .map(next -> notCalled(context, next))
                .orElseGet(() -> call(context));
    }

    private Disposition call(SendContext context) {
        Account account = context.account();
        String text = texts.write(context.order(), account.identity().brand(), context.code(), context.at());
        Answer<SentMessage> answer =
                account.x().messages().send(context.knownRecipient().id(), text);
        memory.budget().correct(account.budgets().messages(), answer.limits());
        return switch (answer) {
            case Answer.Ok(var message, var _) -> {
                account.x().credentialOwner().isOneOf(message.parties());
                yield outcomes.accepted(context, message.eventId());
            }
            case Answer.Failed(var error, var _) -> errorPolicy.after(error, CallType.SEND, context);
        };
    }

    /** It turned out that a call sent nothing: the person's hour gets it back. */
    void notSent(SendContext context) {
        memory.budget().notSent(context.budgetKey());
    }
}
