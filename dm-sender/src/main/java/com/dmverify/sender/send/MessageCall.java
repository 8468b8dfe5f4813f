package com.dmverify.sender.send;

import com.dmverify.events.DmReason;
import com.dmverify.sender.account.Account;
import com.dmverify.sender.ledger.CallStart;
import com.dmverify.sender.ratelimit.Reservation;
import com.dmverify.sender.text.MessageTexts;
import com.dmverify.x.Answer;
import com.dmverify.x.dm.SentMessage;
import com.dmverify.x.dm.content.QuickReply;
import java.util.function.Supplier;

/**
 * The last steps, around the call itself: the rate limit, the entry in the ledger, the opt-out, and right before the first
 * byte the lease and the age of the handle once more, since Redis may have been slow meanwhile. A call that does not begin
 * gives its permit back.
 */
record MessageCall(SenderState state, MessageTexts texts, SendOutcomes outcomes, FailedCalls failures) {

    StepResult rateLimit(SendContext context) {
        Reservation reservation = context.account()
                .x()
                .messages()
                .reserve(
                        context.knownRecipient().id(),
                        context.order().id().toString(),
                        context.claim().calls());
        return switch (reservation) {
            case Reservation.ExhaustedUntil(var until) -> StepResult.done(outcomes.limitReached(context, until));
            case Reservation.PersonLimit _ ->
                StepResult.done(outcomes.refused(
                        context, DmReason.RECIPIENT_LIMIT, "this person had enough messages in the last hour"));
            case Reservation.Granted(var permit) -> StepResult.next(context.permitted(permit));
        };
    }

    /**
     * Notes in the ledger that the call begins, unless the verification has ended. If the claim is lost, its new owner makes the
     * same call: what was taken for it stays taken.
     */
    StepResult calling(SendContext context) {
        return switch (undoIfItFails(context, () -> state.ledger().call(context.claim(), context.at()))) {
            case CallStart.LOST -> StepResult.done(outcomes.lost());
            case CallStart.WITHDRAWN -> notCalled(context, outcomes.withdrawn(context, null));
            case CallStart.CALLING -> StepResult.next(context);
        };
    }

    StepResult optOut(SendContext context) {
        boolean optedOut = undoIfItFails(
                context,
                () -> state.optOuts()
                        .isOptedOut(
                                context.order().account(),
                                context.knownRecipient().id().value()));
        return optedOut
                ? notCalled(context, outcomes.withdrawn(context, DmReason.OPTED_OUT))
                : StepResult.next(context);
    }

    /** Without an answer of Redis X was not called: the order must not be left as one for which maybe it was. */
    private <T> T undoIfItFails(SendContext context, Supplier<T> step) {
        try {
            return step.get();
        } catch (RuntimeException e) {
            try {
                state.ledger().release(context.claim());
                context.grantedPermit().giveBack();
            } catch (RuntimeException again) {
                e.addSuppressed(again);
            }
            throw e;
        }
    }

    StepResult lastCheck(SendContext context) {
        if (!context.claim().lease().allowsCall()) {
            return notCalled(context, outcomes.retried(context, "the lease is too short for a call"));
        }
        return state.recipients().isCurrent(context)
                ? StepResult.next(context)
                : notCalled(context, outcomes.retried(context, "the handle was looked up too long ago"));
    }

    private static StepResult notCalled(SendContext context, Disposition disposition) {
        context.grantedPermit().giveBack();
        return StepResult.done(disposition);
    }

    StepResult call(SendContext context) {
        Account account = context.account();
        String text = texts.write(context.order(), account.identity().brand(), context.code(), context.at());
        QuickReply options = account.identity().offersReplies() ? texts.replies(context.order()) : null;
        return switch (context.grantedPermit().send(text, options)) {
            case Answer.Ok<SentMessage>(var message, var _) -> {
                account.x().credentialOwner().isOneOf(message.parties());
                yield StepResult.done(outcomes.accepted(context, message.eventId()));
            }
            case Answer.Failed<SentMessage>(var error, var _) ->
                StepResult.done(failures.after(error, CallType.SEND, context));
        };
    }
}
