package com.dmverify.sender.send;

import com.dmverify.events.SwitchKind;
import com.dmverify.sender.account.Breaker;
import com.dmverify.sender.order.Order;
import com.dmverify.sender.withdrawal.WithdrawalFreshness;
import com.dmverify.support.switches.Switches;

/** What has to hold before a message is sent. An unknown outcome is resolved first, also if it is too late to send. */
record Preconditions(WithdrawalFreshness freshness, Switches switches, SendOutcomes outcomes, FailedCalls failures) {

    /** Ends the order of a verification that has ended. */
    StepResult withdrawn(SendContext context) {
        return !context.inDoubt() && context.claim().withdrawn()
                ? StepResult.done(outcomes.withdrawn(context, null))
                : StepResult.next(context);
    }

    /** Ends an order whose deadline has passed. */
    StepResult tooLate(SendContext context) {
        return !context.inDoubt() && outcomes.deadlines().isLate(context)
                ? StepResult.done(outcomes.late(context))
                : StepResult.next(context);
    }

    /** Waits while X does not let the account send. After the pause one order probes whether it does again. */
    StepResult breaker(SendContext context) {
        return switch (context.account().breaker().enter()) {
            case Breaker.Entry.Shut(var block) -> StepResult.done(outcomes.blocked(context, block));
            case Breaker.Entry.Open(var probe) -> StepResult.next(probe ? context.probing() : context);
        };
    }

    /** Sends nothing with the credentials of another X account. */
    StepResult credentials(SendContext context) {
        return context.account()
                .x()
                .credentialOwner()
                .objection()
                .map(error -> StepResult.done(failures.blocked(error, context)))
                .orElseGet(() -> StepResult.next(context));
    }

    /** Ends an order that was tried as often as allowed. */
    StepResult tooOften(SendContext context) {
        return outcomes.deadlines().isSpent(context)
                ? StepResult.done(outcomes.triedTooOften(context))
                : StepResult.next(context);
    }

    /** Begins no call in the last third of the lease. */
    StepResult lease(SendContext context) {
        return context.claim().lease().allowsCall()
                ? StepResult.next(context)
                : StepResult.done(outcomes.retried(context, "the lease is too short for a call"));
    }

    /** Begins no call while it is not known which orders are withdrawn. */
    StepResult readers(SendContext context) {
        return freshness
                .objection()
                .map(why -> StepResult.done(outcomes.readersBehind(context, why)))
                .orElseGet(() -> StepResult.next(context));
    }

    /** Waits while an operator has stopped the account or the key of the code; a deadline that passes meanwhile ends the order. */
    StepResult stopped(SendContext context) {
        Order order = context.order();
        if (!context.inDoubt() && switches.isStopped(SwitchKind.ACCOUNT, order.account())) {
            return StepResult.done(outcomes.readersBehind(context, "an operator has stopped the account"));
        }
        return !context.inDoubt()
                        && switches.isStopped(SwitchKind.CODE_KEY, order.code().keyId())
                ? StepResult.done(outcomes.readersBehind(context, "an operator has stopped the key of the code"))
                : StepResult.next(context);
    }
}
