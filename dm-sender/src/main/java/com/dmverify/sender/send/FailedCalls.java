package com.dmverify.sender.send;

import com.dmverify.events.DmReason;
import com.dmverify.sender.account.Account;
import com.dmverify.sender.account.AccountBlock;
import com.dmverify.sender.error.NextMove;
import com.dmverify.sender.error.XErrorPolicy;
import com.dmverify.sender.retry.SendTimings;
import com.dmverify.x.UserId;
import com.dmverify.x.XError;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the next move of an order after a call to X that failed. */
record FailedCalls(SendOutcomes outcomes, SendTimings timings, Clock clock) {

    Disposition after(XError error, CallType call, SendContext context) {
        return switch (XErrorPolicy.nextMove(error)) {
            case NextMove.Refuse(var reason) -> refused(reason, error, call, context);
            case NextMove.Suspect _ -> unclear(error, call, context);
            case NextMove.BlockAccount(var reason) -> outcomes.tripped(context, reason, error.detail());
            case NextMove.Wait(var until) -> throttled(until, error, call, context);
            case NextMove.Retry _ -> outcomes.retried(context, error.detail());
            case NextMove.Search _ ->
                call == CallType.SEND ? outcomes.unknownOutcome(context) : outcomes.retried(context, error.detail());
        };
    }

    /** The error says that no message of the account can be sent. */
    Disposition blocked(XError error, SendContext context) {
        return outcomes.tripped(context, XErrorPolicy.accountReason(error).orElseThrow(), error.detail());
    }

    /** X rejected this recipient or message. It does not resolve an earlier call that is in doubt, so that is tried again. */
    private Disposition refused(DmReason reason, XError error, CallType call, SendContext context) {
        if (call == CallType.SEND) {
            context.account().works(context.knownRecipient().id());
        } else if (context.inDoubt()) {
            return outcomes.retried(context, error.detail());
        }
        return outcomes.refused(context, reason, error.detail());
    }

    /** Messages to other persons show whether the recipient or the sender is refused, or X does when asked for our owner. */
    private Disposition unclear(XError error, CallType call, SendContext context) {
        if (call != CallType.SEND) {
            return refused(DmReason.REJECTED_REQUEST, error, call, context);
        }
        Account account = context.account();
        UserId person = context.knownRecipient().id();
        return switch (account.suspicion().refused(person, error)) {
            case RECIPIENT -> outcomes.refused(context, DmReason.REJECTED_REQUEST, error.detail());
            case SENDER -> outcomes.tripped(context, DmReason.SENDER_RESTRICTED, error.detail());
            case UNKNOWN ->
                (account.suspicion().isFirst(person)
                                ? account.x().credentialOwner().ask()
                                : Optional.<XError>empty())
                        .filter(answer -> XErrorPolicy.accountReason(answer).isPresent())
                        .map(answer -> blocked(answer, context))
                        .orElseGet(() -> outcomes.suspected(context, error.detail()));
        };
    }

    /** X may name an instant that has passed: each pause has a floor, which grows with the attempts. */
    private Disposition throttled(@Nullable Instant named, XError error, CallType call, SendContext context) {
        Instant now = clock.instant();
        Instant until = named != null ? named : now.plus(timings.throttled());
        Instant floor = now.plus(
                timings.backOff().after(context.attempt(), context.order().id()));
        Instant later = until.isBefore(floor) ? floor : until;
        return switch (call) {
            case LOOKUP -> outcomes.again(context, later, "X throttles look-ups");
            case READ -> outcomes.unreadable(context, later);
            case SEND -> {
                AccountBlock throttle = context.account().breaker().throttle(until, error.detail());
                context.grantedPermit().close(throttle.nextTry());
                yield outcomes.throttled(context, throttle);
            }
        };
    }
}
