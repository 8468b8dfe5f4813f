package com.dmverify.sender.dispatch;

import com.dmverify.sender.ledger.SentLedger;
import com.dmverify.sender.recipient.Recipient;
import com.dmverify.sender.recipient.Recipients;
import com.dmverify.x.Answer;
import com.dmverify.x.Handle;
import java.util.function.Function;

/**
 * Finds whom an order goes to. A handle is resolved to an id, which the ledger keeps; where the answer is too old by the
 * time of the call, X is asked again, and a handle that has another owner by then gets no message.
 */
final class Addressing {

    private final Recipients recipients;
    private final SentLedger ledger;
    private final Outcomes outcomes;
    private final NextMove nextMove;

    Addressing(Memory memory, Outcomes outcomes, NextMove nextMove) {
        this.recipients = memory.recipients();
        this.ledger = memory.ledger();
        this.outcomes = outcomes;
        this.nextMove = nextMove;
    }

    /** Goes on with a recipient that is known well enough to be sent to. */
    Next address(Passage passage, Function<Passage, Next> then) {
        Handle handle = passage.order().target().handle();
        if (passage.order().target().userId() != null || handle == null || isFresh(passage)) {
            return then.apply(passage);
        }
        return switch (recipients.resolve(handle, passage.account().x().users())) {
            case Answer.Ok(var recipient, var _) -> note(passage, recipient, then);
            case Answer.Failed(var error, var _) -> nextMove.after(error, Call.LOOKUP, passage);
        };
    }

    /** Whether the recipient, if it came from a handle, is not too old to be sent to. */
    boolean isFresh(Passage passage) {
        Recipient recipient = passage.recipient();
        return recipient != null && (passage.order().target().userId() != null || recipients.isFresh(recipient.asOf()));
    }

    private Next note(Passage passage, Recipient found, Function<Passage, Next> then) {
        Recipient known = passage.recipient();
        if (known != null && !known.id().equals(found.id())) {
            return outcomes.refused(passage, Reason.HANDLE_CHANGED, "the handle belongs to another account by now");
        }
        return ledger.address(passage.claim(), found) ? then.apply(passage.to(found)) : outcomes.lost();
    }
}
