package com.dmverify.sender.send;

import com.dmverify.events.DmAttempted;
import com.dmverify.events.DmReason;
import com.dmverify.sender.account.AccountBlock;
import com.dmverify.sender.echo.MessageEvidence;
import com.dmverify.sender.ledger.InDoubtCall;
import com.dmverify.sender.ledger.SentLedger;
import com.dmverify.sender.retry.SendTimings;
import com.dmverify.sender.send.UnknownOutcomeListener.Resolution;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ways an attempt can end. Each leaves the ledger in order: settled when the order is decided, released when it is
 * tried again, which {@link SendDeadlines} allows or not.
 */
final class SendOutcomes {

    /** The wait until the lag of the readers of withdrawals is looked at again; it is measured twice a second. */
    private static final Duration READERS_BEHIND = Duration.ofMillis(500);

    private final SentLedger ledger;
    private final SendTimings timings;
    private final SendDeadlines deadlines;
    private final UnknownOutcomeListener listener;
    private final Clock clock;

    SendOutcomes(SentLedger ledger, SendTimings timings, UnknownOutcomeListener listener, Clock clock) {
        this.ledger = ledger;
        this.timings = timings;
        this.deadlines = new SendDeadlines(timings, clock);
        this.listener = listener;
        this.clock = clock;
    }

    SendDeadlines deadlines() {
        return deadlines;
    }

    /** X accepted the message. */
    Disposition accepted(SendContext context, String eventId) {
        context.account().works(context.knownRecipient().id());
        return settled(context, SendResult.sent(eventId), Disposition.Source.DECIDED, clock.instant());
    }

    /** X had accepted the message although its answer was lost: the message is in the conversation. */
    Disposition found(SendContext context, MessageEvidence proof) {
        return sentThen(context, proof, Disposition.Source.FOUND, Resolution.FOUND);
    }

    /** X had accepted the message although its answer was lost: its webhook says so. */
    Disposition echoed(SendContext context, MessageEvidence proof) {
        return sentThen(context, proof, Disposition.Source.ECHOED, Resolution.ECHOED);
    }

    /** X had not accepted the message: the outcome is known. */
    SendContext notSent(SendContext context) {
        listener.settled(context.account().name(), Resolution.NOT_SENT);
        return context.notSent();
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
    Disposition refused(SendContext context, DmReason reason, String detail) {
        return decided(context, SendResult.refused(reason, detail));
    }

    /** The verification has ended, or the person opted out (then with a reason): nothing is sent. */
    Disposition withdrawn(SendContext context, @Nullable DmReason reason) {
        return decided(context, SendResult.withdrawn(reason));
    }

    /** It is not known which orders were withdrawn lately: no call begins. */
    Disposition readersBehind(SendContext context, String why) {
        return postponed(context, clock.instant().plus(READERS_BEHIND), why, false);
    }

    /** The deadline is over. */
    Disposition late(SendContext context) {
        return decided(context, SendResult.missed("the deadline had passed"));
    }

    /** The order was tried as often as allowed. */
    Disposition triedTooOften(SendContext context) {
        return refused(context, DmReason.X_UNAVAILABLE, "tried too often");
    }

    /** Our count says that the account can send nothing before then. */
    Disposition limitReached(SendContext context, Instant until) {
        return postponed(context, until, "rate limit reached", false);
    }

    /** X says that the account can send nothing before then. */
    Disposition throttled(SendContext context, AccountBlock throttle) {
        return blocked(context, throttle, true);
    }

    /** X refused it, and it is not known yet whether because of the recipient or the sender: messages to others show it. */
    Disposition suspected(SendContext context, String detail) {
        Instant next = deadlines.afterBackOff(context);
        return deadlines.isLastAttempt(context) || deadlines.isHopeless(context, next)
                ? refused(context, DmReason.REJECTED_REQUEST, detail)
                : retry(context, next, "X refused it and does not say because of whom");
    }

    private Disposition postponed(SendContext context, Instant until, String cause, boolean asked) {
        return deadlines.isHopeless(context, until)
                ? decided(context, SendResult.missed(cause + " until " + until))
                : defer(context, until, cause, asked);
    }

    /** X said that the account cannot send. */
    Disposition tripped(SendContext context, DmReason reason, String detail) {
        return blocked(context, context.account().breaker().trip(reason, detail), true);
    }

    /** X is known not to let the account send. */
    Disposition blocked(SendContext context, AccountBlock block) {
        return blocked(context, block, false);
    }

    private Disposition blocked(SendContext context, AccountBlock block, boolean asked) {
        DmReason reason = block.reason();
        if (reason == null) {
            return postponed(context, block.nextTry(), "X throttles", asked);
        }
        return deadlines.isHopeless(context, block.nextTry())
                ? decided(context, SendResult.refused(reason, block.detail()))
                : defer(context, block.nextTry(), block.word(), asked);
    }

    /** It was certainly not done: try again, each time later. */
    Disposition retried(SendContext context, String detail) {
        Instant next = deadlines.afterBackOff(context);
        boolean spent = !context.inDoubt() && deadlines.isLastAttempt(context);
        return spent || deadlines.isHopeless(context, next)
                ? refused(context, DmReason.X_UNAVAILABLE, detail)
                : retry(context, next, detail);
    }

    /** Whether X accepted the message is unknown: look for it, after a while. */
    Disposition unknownOutcome(SendContext context) {
        Instant first = context.claim().firstCall();
        Instant since = first != null && first.isBefore(context.at()) ? first : context.at();
        InDoubtCall inDoubtCall = new InDoubtCall(since, ours(clock.instant(), context.at()));
        SendContext unresolved = context.with(context.claim().after(inDoubtCall));
        return retry(unresolved, deadlines.afterGrace(context), "outcome unknown");
    }

    /** The conversation cannot be read before then; the webhook may come meanwhile. */
    Disposition unreadable(SendContext context, Instant until) {
        Instant sooner = deadlines.afterGrace(context);
        return again(context, until.isBefore(sooner) ? until : sooner, "outcome unknown, X throttles readings");
    }

    /** This order alone has to wait. */
    Disposition again(SendContext context, Instant notBefore, String cause) {
        return deadlines.isHopeless(context, notBefore)
                ? decided(context, SendResult.missed(cause + " until " + notBefore))
                : retry(context, notBefore, cause);
    }

    private Disposition defer(SendContext context, Instant until, String cause, boolean asked) {
        return released(context, new Disposition.Defer(until, cause, asked));
    }

    private Disposition retry(SendContext context, Instant notBefore, String cause) {
        return released(context, new Disposition.Retry(notBefore, cause));
    }

    /** The order waits. The first time that it waits in doubt, the platform learns that a message may be out there. */
    private Disposition released(SendContext context, Disposition next) {
        Optional<InDoubtCall> call = context.claim().inDoubtCall();
        if (call.isEmpty()) {
            ledger.release(context.claim());
            return next;
        }
        Instant called = call.get().since();
        DmAttempted interim = SendResult.unconfirmed().of(context.callingAt(called), called);
        return ledger.releaseUnconfirmed(context.claim()) ? new Disposition.Unconfirmed(interim, next) : next;
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

    /** Another replica took over. It finds our message in the conversation, and its report counts. */
    Disposition lost() {
        return new Disposition.Retry(clock.instant().plus(timings.grace()), "claim lost");
    }

    /** The final report is due, and the outcome is still unknown. */
    Disposition searchOver(SendContext context) {
        return decided(context, SendResult.missed("the outcome is unknown, and the report is due"));
    }
}
