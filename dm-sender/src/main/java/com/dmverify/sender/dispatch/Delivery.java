package com.dmverify.sender.dispatch;

import com.dmverify.sender.account.Account;
import com.dmverify.sender.recipient.Recipients;
import com.dmverify.x.Answer;

/** The way of a claimed order until it is fit to be sent: not too late, account in order, recipient found, no doubt. */
final class Delivery {

    private final Recipients recipients;
    private final Doubts doubts;
    private final Outcomes outcomes;
    private final NextMove nextMove;

    Delivery(Recipients recipients, Doubts doubts, Outcomes outcomes, NextMove nextMove) {
        this.recipients = recipients;
        this.doubts = doubts;
        this.outcomes = outcomes;
        this.nextMove = nextMove;
    }

    Next deliver(Passage passage) {
        if (!passage.inDoubt() && passage.order().isLate(passage.at())) {
            return outcomes.late(passage);
        }
        return passage.account()
                .breaker()
                .refusal()
                .map(trouble -> outcomes.stopped(passage, trouble))
                .orElseGet(() -> resolve(passage));
    }

    private Next resolve(Passage passage) {
        Account account = passage.account();
        return switch (recipients.resolve(passage.order().target(), account.x().users())) {
            case Answer.Ok(var recipient, var _) -> preFlight(passage.to(recipient));
            case Answer.Failed(var error, var _) -> nextMove.after(error, Call.LOOKUP, passage);
        };
    }

    /** X's hint spares a message that would be refused, once: whoever acted on it since is tried in earnest. */
    private Next preFlight(Passage passage) {
        boolean first = passage.order().id().dispatch() == 1;
        return first && !passage.inDoubt() && passage.knownRecipient().closed()
                ? outcomes.refused(passage, Reason.TARGET_CLOSED, "X says that this user takes no messages from us")
                : doubts.settle(passage);
    }
}
