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
            case Answer.Ok(var recipient, var _) -> doubts.settle(passage.to(recipient));
            case Answer.Failed(var error, var _) -> nextMove.after(error, Call.LOOKUP, passage);
        };
    }
}
