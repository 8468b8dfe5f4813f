package com.dmverify.sender.dispatch;

import com.dmverify.events.DmAttempted;
import com.dmverify.sender.account.Trouble;
import com.dmverify.sender.dispatch.DoubtJournal.Settled;
import com.dmverify.sender.ledger.Doubt;
import com.dmverify.sender.ledger.SentLedger;
import com.dmverify.sender.patience.BackOff;
import com.dmverify.sender.patience.Patience;
import com.dmverify.sender.sighting.Sighting;
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
final class Outcomes {

    /** Until it is looked again whether the readers of withdrawals have caught up; they are asked each half second. */
    private static final Duration UNINFORMED = Duration.ofMillis(500);

    private final SentLedger ledger;
    private final Patience patience;
    private final DoubtJournal journal;
    private final Clock clock;

    Outcomes(SentLedger ledger, Patience patience, DoubtJournal journal, Clock clock) {
        this.ledger = ledger;
        this.patience = patience;
        this.journal = journal;
        this.clock = clock;
    }

    /** X took the message. */
    Next accepted(Passage passage, String eventId) {
        passage.account().works(passage.knownRecipient().id());
        return settled(passage, Verdict.sent(eventId), Next.Source.DECIDED, clock.instant());
    }

    /** X had taken the message, although we never heard its answer: it stands in the conversation. */
    Next found(Passage passage, Sighting proof) {
        return sentThen(passage, proof, Next.Source.FOUND, Settled.FOUND);
    }

    /** X had taken the message, although we never heard its answer: it told us by itself. */
    Next heard(Passage passage, Sighting proof) {
        return sentThen(passage, proof, Next.Source.HEARD, Settled.HEARD);
    }

    /** X had not taken the message: the passage is free of doubt. */
    Passage notThere(Passage passage) {
        journal.settled(passage.account().name(), Settled.NOT_THERE);
        return passage.with(passage.claim().certain());
    }

    private Next sentThen(Passage passage, Sighting proof, Next.Source source, Settled how) {
        Passage then = passage.claim()
                .doubt()
                .map(doubt -> passage.callingAt(doubt.since()))
                .orElse(passage);
        Next next = settled(then, Verdict.sent(proof.eventId()), source, ours(proof.at(), then.at()));
        if (next instanceof Next.Attempted) {
            journal.settled(passage.account().name(), how);
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
    Next refused(Passage passage, Reason reason, String detail) {
        return decided(passage, Verdict.refused(reason.word(), detail));
    }

    /** The verification has ended, or the person opted out (then with a reason): nothing is sent. */
    Next withdrawn(Passage passage, @Nullable Reason reason) {
        return decided(passage, Verdict.withdrawn(reason == null ? null : reason.word()));
    }

    /** What was withdrawn lately is not known: no call begins. */
    Next uninformed(Passage passage, String why) {
        return postponed(passage, clock.instant().plus(UNINFORMED), why, false);
    }

    /** The deadline is over. */
    Next late(Passage passage) {
        return decided(passage, Verdict.missed("the deadline had passed"));
    }

    /** There is no use in another call: too late, or tried too often. */
    Optional<Next> over(Passage passage) {
        if (passage.order().isLate(clock.instant())) {
            return Optional.of(late(passage));
        }
        return patience.backOff().isSpent(passage.attempt() - 1)
                ? Optional.of(refused(passage, Reason.X_UNAVAILABLE, "tried too often"))
                : Optional.empty();
    }

    /** Our count says that nobody on this account can send before then. */
    Next budgetEmpty(Passage passage, Instant until) {
        return postponed(passage, until, "budget empty", false);
    }

    /** X says that nobody on this account can send before then. */
    Next throttled(Passage passage, Trouble throttle) {
        return stopped(passage, throttle, true);
    }

    /** X refused it, and it is not known yet whether because of the recipient or of the sender: others find out. */
    Next suspected(Passage passage, String detail) {
        BackOff backOff = patience.backOff();
        Instant next = clock.instant()
                .plus(backOff.after(passage.attempt(), passage.order().id()));
        return backOff.isSpent(passage.attempt()) || isHopeless(passage, next)
                ? refused(passage, Reason.REJECTED_REQUEST, detail)
                : tryAgain(passage, next, "X refused it and does not say because of whom");
    }

    private Next postponed(Passage passage, Instant until, String cause, boolean asked) {
        return isHopeless(passage, until)
                ? decided(passage, Verdict.missed(cause + " until " + until))
                : comeBack(passage, until, cause, asked);
    }

    /** X said that the account cannot send. */
    Next tripped(Passage passage, Reason reason, String detail) {
        return stopped(passage, passage.account().breaker().trip(reason.word(), detail), true);
    }

    /** The account is known to be in trouble. */
    Next stopped(Passage passage, Trouble trouble) {
        return stopped(passage, trouble, false);
    }

    private Next stopped(Passage passage, Trouble trouble, boolean asked) {
        if (trouble.isThrottle()) {
            return postponed(passage, trouble.nextTry(), "X throttles", asked);
        }
        return isHopeless(passage, trouble.nextTry())
                ? decided(passage, Verdict.refused(trouble.reason(), trouble.detail()))
                : comeBack(passage, trouble.nextTry(), trouble.reason(), asked);
    }

    /** It was certainly not done: try again, each time later. */
    Next retried(Passage passage, String detail) {
        BackOff backOff = patience.backOff();
        Instant next = clock.instant()
                .plus(backOff.after(passage.attempt(), passage.order().id()));
        boolean spent = !passage.inDoubt() && backOff.isSpent(passage.attempt());
        return spent || isHopeless(passage, next)
                ? refused(passage, Reason.X_UNAVAILABLE, detail)
                : tryAgain(passage, next, detail);
    }

    /** Nobody knows whether X took the message: look, after a while. */
    Next doubtful(Passage passage) {
        Instant first = passage.claim().firstCall();
        Instant since = first != null && first.isBefore(passage.at()) ? first : passage.at();
        Doubt doubt = new Doubt(since, ours(clock.instant(), passage.at()));
        Passage doubted = passage.with(passage.claim().after(doubt));
        return tryAgain(doubted, afterGrace(passage), "outcome unknown");
    }

    /** The conversation cannot be read before then; X may tell by itself meanwhile. */
    Next unread(Passage passage, Instant until) {
        Instant sooner = afterGrace(passage);
        return again(passage, until.isBefore(sooner) ? until : sooner, "outcome unknown, X throttles readings");
    }

    private Instant afterGrace(Passage passage) {
        Duration backOff =
                patience.backOff().after(passage.attempt(), passage.order().id());
        return clock.instant().plus(backOff.compareTo(patience.grace()) > 0 ? backOff : patience.grace());
    }

    /** This order alone has to wait. */
    Next again(Passage passage, Instant notBefore, String cause) {
        return isHopeless(passage, notBefore)
                ? decided(passage, Verdict.missed(cause + " until " + notBefore))
                : tryAgain(passage, notBefore, cause);
    }

    private Next comeBack(Passage passage, Instant until, String cause, boolean asked) {
        ledger.release(passage.claim());
        return new Next.ComeBack(until, cause, asked);
    }

    private Next tryAgain(Passage passage, Instant notBefore, String cause) {
        ledger.release(passage.claim());
        return new Next.TryAgain(notBefore, cause);
    }

    private Next decided(Passage passage, Verdict verdict) {
        Next next = settled(passage, verdict, Next.Source.DECIDED, clock.instant());
        if (passage.inDoubt() && next instanceof Next.Attempted) {
            journal.settled(passage.account().name(), Settled.GIVEN_UP);
        }
        return next;
    }

    private Next settled(Passage passage, Verdict verdict, Next.Source source, Instant at) {
        DmAttempted event = verdict.of(passage, at);
        return ledger.settle(passage.claim(), event) ? new Next.Attempted(event, source) : lost();
    }

    /** Another one took over while we were away. It finds our message in the conversation, and its word counts. */
    Next lost() {
        return new Next.TryAgain(clock.instant().plus(patience.grace()), "claim lost");
    }

    /** Whether it would be too late then; with a message maybe out there, the search for it counts too. */
    private boolean isHopeless(Passage passage, Instant next) {
        return passage.order().isLate(next)
                && passage.claim()
                        .doubt()
                        .map(doubt -> next.isAfter(doubt.over().plus(patience.search())))
                        .orElse(true);
    }
}
