package com.dmverify.sender.send;

import com.dmverify.sender.ledger.InDoubtCall;
import com.dmverify.sender.retry.SendTimings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * When an order may be tried again, and until when that helps. What cannot be tried again before the order's deadline is decided
 * at once: waiting would not help the user, and the platform can offer another way.
 */
record SendDeadlines(SendTimings timings, Clock clock) {

    /** Whether the deadline has passed. */
    boolean isLate(SendContext context) {
        return context.order().isLate(clock.instant());
    }

    /** Whether the order was tried as often as allowed. */
    boolean isSpent(SendContext context) {
        return timings.backOff().isSpent(context.attempt() - 1);
    }

    /** Whether it may not be tried again after this attempt. */
    boolean isLastAttempt(SendContext context) {
        return timings.backOff().isSpent(context.attempt());
    }

    /** The next attempt, each time later. */
    Instant afterBackOff(SendContext context) {
        return clock.instant().plus(backOff(context));
    }

    /** The same, and not before X shows a message that it accepted. */
    Instant afterGrace(SendContext context) {
        Duration backOff = backOff(context);
        return clock.instant().plus(backOff.compareTo(timings.grace()) > 0 ? backOff : timings.grace());
    }

    private Duration backOff(SendContext context) {
        return timings.backOff().after(context.attempt(), context.order().id());
    }

    /** Whether the final report of an order in doubt is due: a search would end too late. */
    boolean isReportDue(SendContext context) {
        Instant deadline = context.order().reportDeadline();
        return deadline != null && isTooLateToSearch(clock.instant(), deadline);
    }

    /** Whether it would be too late then: to send the message, or to look for one whose outcome is unknown. */
    boolean isHopeless(SendContext context, Instant next) {
        return context.order().isLate(next)
                && context.claim()
                        .inDoubtCall()
                        .map(call -> isSearchOver(context, call, next))
                        .orElse(true);
    }

    private boolean isSearchOver(SendContext context, InDoubtCall call, Instant next) {
        Instant deadline = context.order().reportDeadline();
        return deadline == null ? next.isAfter(call.over().plus(timings.search())) : isTooLateToSearch(next, deadline);
    }

    private boolean isTooLateToSearch(Instant then, Instant reportDeadline) {
        return !then.isBefore(reportDeadline.minus(timings.reportMargin()));
    }
}
