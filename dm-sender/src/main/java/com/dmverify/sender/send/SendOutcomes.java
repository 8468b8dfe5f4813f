package com.dmverify.sender.send;

import com.dmverify.events.DmAttempted;
import com.dmverify.sender.account.AccountBlock;
import com.dmverify.sender.echo.MessageEvidence;
import com.dmverify.sender.ledger.InDoubtCall;
import com.dmverify.sender.ledger.SentLedger;
import com.dmverify.sender.retry.BackOff;
import com.dmverify.sender.retry.SendTimings;
import com.dmverify.sender.send.UnknownOutcomeListener.Resolution;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ways an attempt can end. Each leaves the ledger in order: settled when the order is decided, released when it has
 * to come by again. What cannot be tried again before the order's deadline is decided at once: waiting would not help
 * the user, and the platform can offer another way.
 */
final class SendOutcomes {

    /** Until it is looked again whether the readers of withdrawals have caught up; they are asked each half second. */
    private static final Duration UNINFORMED = Duration.ofMillis(500);

    private final SentLedger ledger;
    private final SendTimings timings;
    private final UnknownOutcomeListener listener;
    private final Clock clock;

    SendOutcomes(SentLedger ledger, SendTimings timings, UnknownOutcomeListener listener, Clock clock) {
        this.ledger = ledger;
        this.timings = timings;
        this.listener = listener;
        this.clock = clock;
    }

    /** X took the message. */
    Disposition accepted(SendContext context, String eventId) {
        context.account().works(context.knownRecipient().id());
        return settled(context, SendResult.sent(eventId), Disposition.Source.DECIDED, clock.instant());
    }

    /** X had taken the message, although we never heard its answer: it stands in the conversation. */
    Disposition found(SendContext context, MessageEvidence proof) {
        return sentThen(context, proof, Disposition.Source.FOUND, Resolution.FOUND);
    }

    /** X had taken the message, although we never heard its answer: it told us by itself. */
    Disposition echoed(SendContext context, MessageEvidence proof) {
        return sentThen(context, proof, Disposition.Source.ECHOED, Resolution.ECHOED);
    }

    /** X had not taken the message: the passage is free of doubt. */
    SendContext notThere(SendContext context) {
        listener.settled(context.account().name(), Resolution.NOT_SENT);
        return context.with(context.claim().certain());
    }

    private Disposition sentThen(
            SendContext context, MessageEvidence proof, Disposition.Source source, Resolution how) {
        SendContext then = context.claim()
                .inDoubtCall()
                .map(inDoubtCall -> context.callingAt(inDoubtCall.since()))
                .orElse(context);
        Disposition next = settled(then, SendResult.sent(proof.eventId()), source, ours(proof.at(), then.at()));
        if (next instanceof Disposition.Attempted) {
            listener.settled(context.account().name(), how);
        }
        return next;
    }

    /** X's clock may be off, and ours may have been set: not before the call, and not in the future. */
    private Instant ours(Instant taken, Instant call) {
        Instant now = clock.instant();
        Instant latest = taken.isAfter(now) ? now : taken;
        return latest.isBefore(call) ? call : latest;
    }

    /** X will not deliver it. */
    Disposition refused(SendContext context, Reason reason, String detail) {
        return decided(context, SendResult.refused(reason.word(), detail));
    }

    /** The verification has ended, or the person opted out (then with a reason): nothing is sent. */
    Disposition withdrawn(SendContext context, @Nullable Reason reason) {
        return decided(context, SendResult.withdrawn(reason == null ? null : reason.word()));
    }

    /** What was withdrawn lately is not known: no call begins. */
    Disposition uninformed(SendContext context, String why) {
        return postponed(context, clock.instant().plus(UNINFORMED), why, false);
    }

    /** The deadline is over. */
    Disposition late(SendContext context) {
        return decided(context, SendResult.missed("the deadline had passed"));
    }

    /** There is no use in another call: too late, or tried too often. */
    Optional<Disposition> over(SendContext context) {
        if (context.order().isLate(clock.instant())) {
            return Optional.of(late(context));
        }
        return timings.backOff().isSpent(context.attempt() - 1)
                ? Optional.of(refused(context, Reason.X_UNAVAILABLE, "tried too often"))
                : Optional.empty();
    }

    /** Our count says that nobody on this account can send before then. */
    Disposition budgetEmpty(SendContext context, Instant until) {
        return postponed(context, until, "budget empty", false);
    }

    /** X says that nobody on this account can send before then. */
    Disposition throttled(SendContext context, AccountBlock throttle) {
        return stopped(context, throttle, true);
    }

    /** X refused it, and it is not known yet whether because of the recipient or of the sender: others find out. */
    Disposition suspected(SendContext context, String detail) {
        BackOff backOff = timings.backOff();
        Instant next = clock.instant()
                .plus(backOff.after(context.attempt(), context.order().id()));
        return backOff.isSpent(context.attempt()) || isHopeless(context, next)
                ? refused(context, Reason.REJECTED_REQUEST, detail)
                : retry(context, next, "X refused it and does not say because of whom");
    }

    private Disposition postponed(SendContext context, Instant until, String cause, boolean asked) {
        return isHopeless(context, until)
                ? decided(context, SendResult.missed(cause + " until " + until))
                : defer(context, until, cause, asked);
    }

    /** X said that the account cannot send. */
    Disposition tripped(SendContext context, Reason reason, String detail) {
        return stopped(context, context.account().breaker().trip(reason.word(), detail), true);
    }

    /** The account is known to be in trouble. */
    Disposition stopped(SendContext context, AccountBlock block) {
        return stopped(context, block, false);
    }

    private Disposition stopped(SendContext context, AccountBlock block, boolean asked) {
        if (block.isThrottle()) {
            return postponed(context, block.nextTry(), "X throttles", asked);
        }
        return isHopeless(context, block.nextTry())
                ? decided(context, SendResult.refused(block.reason(), block.detail()))
                : defer(context, block.nextTry(), block.reason(), asked);
    }

    /** It was certainly not done: try again, each time later. */
    Disposition retried(SendContext context, String detail) {
        BackOff backOff = timings.backOff();
        Instant next = clock.instant()
                .plus(backOff.after(context.attempt(), context.order().id()));
        boolean spent = !context.inDoubt() && backOff.isSpent(context.attempt());
        return spent || isHopeless(context, next)
                ? refused(context, Reason.X_UNAVAILABLE, detail)
                : retry(context, next, detail);
    }

    /** Nobody knows whether X took the message: look, after a while. */
    Disposition unknownOutcome(SendContext context) {
        Instant first = context.claim().firstCall();
        Instant since = first != null && first.isBefore(context.at()) ? first : context.at();
        InDoubtCall inDoubtCall = new InDoubtCall(since, ours(clock.instant(), context.at()));
        SendContext unresolved = context.with(context.claim().after(inDoubtCall));
        return retry(unresolved, afterGrace(context), "outcome unknown");
    }

    /** The conversation cannot be read before then; X may tell by itself meanwhile. */
    Disposition unread(SendContext context, Instant until) {
        Instant sooner = afterGrace(context);
        return again(context, until.isBefore(sooner) ? until : sooner, "outcome unknown, X throttles readings");
    }

    private Instant afterGrace(SendContext context) {
        Duration backOff =
                timings.backOff().after(context.attempt(), context.order().id());
        return clock.instant().plus(backOff.compareTo(timings.grace()) > 0 ? backOff : timings.grace());
    }

    /** This order alone has to wait. */
    Disposition again(SendContext context, Instant notBefore, String cause) {
        return isHopeless(context, notBefore)
                ? decided(context, SendResult.missed(cause + " until " + notBefore))
                : retry(context, notBefore, cause);
    }

    private Disposition defer(SendContext context, Instant until, String cause, boolean asked) {
        ledger.release(context.claim());
        return new Disposition.Defer(until, cause, asked);
    }

    private Disposition retry(SendContext context, Instant notBefore, String cause) {
        ledger.release(context.claim());
        return new Disposition.Retry(notBefore, cause);
    }

    private Disposition decided(SendContext context, SendResult verdict) {
        Disposition next = settled(context, verdict, Disposition.Source.DECIDED, clock.instant());
        if (context.inDoubt() && next instanceof Disposition.Attempted) {
            listener.settled(context.account().name(), Resolution.GIVEN_UP);
        }
        return next;
    }

    private Disposition settled(SendContext context, SendResult verdict, Disposition.Source source, Instant at) {
        DmAttempted event = verdict.of(context, at);
        return ledger.settle(context.claim(), event) ? new Disposition.Attempted(event, source) : lost();
    }

    /** Another one took over while we were away. It finds our message in the conversation, and its word counts. */
    Disposition lost() {
        return new Disposition.Retry(clock.instant().plus(timings.grace()), "claim lost");
    }

    /** Whether it would be too late then; with a message maybe out there, the search for it counts too. */
    private boolean isHopeless(SendContext context, Instant next) {
        return context.order().isLate(next)
                && context.claim()
                        .inDoubtCall()
                        .map(inDoubtCall -> next.isAfter(inDoubtCall.over().plus(timings.search())))
                        .orElse(true);
    }
}
