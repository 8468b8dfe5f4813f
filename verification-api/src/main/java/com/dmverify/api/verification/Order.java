package com.dmverify.api.verification;

import com.dmverify.api.trace.Trace;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last order to dm-sender: to send one message, or to say whose a handle is.
 *
 * @param dispatch its number: 1 for the first order of the verification
 * @param again whether it repeats a code that the user may already have
 * @param orderedAt when
 * @param deadline it is not carried out after this instant
 * @param reportDeadline when dm-sender's report is given up
 * @param reported the dispatch that dm-sender reported last; 0 before the first report
 * @param isLookUp whether nothing is sent
 * @param trace of the request or record that caused it
 */
public record Order(
        int dispatch,
        boolean again,
        Instant orderedAt,
        Instant deadline,
        Instant reportDeadline,
        int reported,
        boolean isLookUp,
        @Nullable Trace trace) {

    /** Before the first order: its deadlines are known from the start. */
    static Order none(Moment moment) {
        Instant latest = moment.now().plus(moment.policy().sendWithin());
        return new Order(
                0, false, moment.now(), latest, latest.plus(moment.policy().reportGrace()), 0, false, moment.trace());
    }

    Order next(boolean repeats, Instant latest, Moment moment) {
        return new Order(
                dispatch + 1,
                repeats,
                moment.now(),
                latest,
                latest.plus(moment.policy().reportGrace()),
                reported,
                false,
                moment.trace() == null ? trace : moment.trace());
    }

    Order lookUp(Instant latest, Moment moment) {
        Order next = next(false, latest, moment);
        return new Order(next.dispatch, false, next.orderedAt, latest, next.reportDeadline, reported, true, next.trace);
    }

    Order reported(int number) {
        return new Order(dispatch, again, orderedAt, deadline, reportDeadline, number, isLookUp, trace);
    }
}
