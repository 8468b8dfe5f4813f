package com.dmverify.sender.dispatch;

import com.dmverify.sender.account.Breaker;
import com.dmverify.sender.ledger.SentLedger;
import com.dmverify.sender.recipient.Recipients;
import com.dmverify.x.Answer;
import com.dmverify.x.Handle;

/** The way of a claimed order until it is fit to be sent: not too late, account in order, recipient found, no doubt. */
final class Delivery {

    private final Recipients recipients;
    private final SentLedger ledger;
    private final Doubts doubts;
    private final Outcomes outcomes;
    private final NextMove nextMove;

    Delivery(Memory memory, Doubts doubts, Outcomes outcomes, NextMove nextMove) {
        this.recipients = memory.recipients();
        this.ledger = memory.ledger();
        this.doubts = doubts;
        this.outcomes = outcomes;
        this.nextMove = nextMove;
    }

    Next deliver(Passage passage) {
        return doubts.heard(passage).orElseGet(() -> enter(passage));
    }

    private Next enter(Passage passage) {
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

    private Next resolve(Passage passage) {
        Handle handle = passage.order().target().handle();
        if (passage.recipient() != null || handle == null) {
            return doubts.settle(passage);
        }
        return switch (recipients.resolve(handle, passage.account().x().users())) {
            case Answer.Ok(var recipient, var _) -> address(passage.to(recipient));
            case Answer.Failed(var error, var _) -> nextMove.after(error, Call.LOOKUP, passage);
        };
    }

    private Next address(Passage passage) {
        return ledger.address(passage.claim(), passage.knownRecipient()) ? preFlight(passage) : outcomes.lost();
    }

    /** X's hint spares a message that would be refused, once: whoever acted on it since is tried in earnest. */
    private Next preFlight(Passage passage) {
        boolean first = passage.order().id().dispatch() == 1;
        return first && !passage.inDoubt() && passage.knownRecipient().closed()
                ? outcomes.refused(passage, Reason.TARGET_CLOSED, "X says that this user takes no messages from us")
                : doubts.settle(passage);
    }
}
