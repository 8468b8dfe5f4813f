package com.dmverify.sender.dispatch;

import com.dmverify.sender.account.Breaker;

/** The way of a claimed order until it is fit to be sent: not too late, account in order, recipient found, no doubt. */
final class Delivery {

    private final Addressing addressing;
    private final Doubts doubts;
    private final Outcomes outcomes;
    private final NextMove nextMove;

    Delivery(Addressing addressing, Doubts doubts, Outcomes outcomes, NextMove nextMove) {
        this.addressing = addressing;
        this.doubts = doubts;
        this.outcomes = outcomes;
        this.nextMove = nextMove;
    }

    Next deliver(Passage passage) {
        return doubts.heard(passage).orElseGet(() -> enter(passage));
    }

    private Next enter(Passage passage) {
        if (!passage.inDoubt() && passage.claim().withdrawn()) {
            return outcomes.withdrawn(passage, null);
        }
        if (!passage.inDoubt() && passage.order().isLate(passage.at())) {
            return outcomes.late(passage);
        }
        Breaker breaker = passage.account().breaker();
        return switch (breaker.enter()) {
            case Breaker.Entry.Shut(var trouble) -> outcomes.stopped(passage, trouble);
            case Breaker.Entry.Open(var probe) -> {
                try {
                    yield identify(passage);
                } finally {
                    if (probe) {
                        breaker.unproven();
                    }
                }
            }
        };
    }

    private Next identify(Passage passage) {
        return passage.account()
                .x()
                .identity()
                .objection()
                .map(error -> nextMove.tripped(error, passage))
                .orElseGet(() -> resolve(passage));
    }

    /** A message that may be out there went to the recipient that is known, also if the handle has another owner by now. */
    private Next resolve(Passage passage) {
        return passage.inDoubt() ? doubts.settle(passage) : addressing.address(passage, this::preFlight);
    }

    /** X's hint spares a message that would be refused, once: whoever acted on it since is tried in earnest. */
    private Next preFlight(Passage passage) {
        boolean first = passage.order().id().dispatch() == 1;
        return first && passage.knownRecipient().closed()
                ? outcomes.refused(passage, Reason.TARGET_CLOSED, "X says that this user takes no messages from us")
                : doubts.settle(passage);
    }
}
