package com.dmverify.sender.dispatch;

import com.dmverify.sender.account.Account;
import com.dmverify.sender.budget.Taking;
import com.dmverify.sender.ledger.CallStart;
import com.dmverify.sender.text.MessageTexts;
import com.dmverify.x.Answer;
import com.dmverify.x.dm.SentMessage;
import java.time.Clock;
import java.util.Optional;

/**
 * The call itself: inside the deadline, the lease and the budget, its begin noted before, X's word on the budget heeded
 * after. What was withdrawn is looked at last; then, right before the first byte, the lease and the age of the handle once
 * more, since Redis may have been slow meanwhile.
 */
final class Sending {

    private final Memory memory;
    private final MessageTexts texts;
    private final Outcomes outcomes;
    private final NextMove nextMove;
    private final Clock clock;

    Sending(Memory memory, MessageTexts texts, Outcomes outcomes, NextMove nextMove, Clock clock) {
        this.memory = memory;
        this.texts = texts;
        this.outcomes = outcomes;
        this.nextMove = nextMove;
        this.clock = clock;
    }

    Next send(Passage passage) {
        return obstacle(passage).orElseGet(() -> take(passage));
    }

    private Optional<Next> obstacle(Passage passage) {
        if (passage.claim().withdrawn()) {
            return Optional.of(outcomes.withdrawn(passage, null));
        }
        return outcomes.over(passage).or(() -> slow(passage)).or(() -> uninformed(passage));
    }

    private Optional<Next> slow(Passage passage) {
        return passage.claim().lease().allowsCall()
                ? Optional.empty()
                : Optional.of(outcomes.retried(passage, "it took too long to look"));
    }

    /** The handle may have another owner by now: the next passage asks X again. */
    private Optional<Next> outdated(Passage passage) {
        return passage.order().target().userId() != null
                        || memory.recipients().isFresh(passage.knownRecipient().asOf())
                ? Optional.empty()
                : Optional.of(outcomes.retried(passage, "the handle was looked up too long ago"));
    }

    private Optional<Next> uninformed(Passage passage) {
        return memory.freshness().objection().map(why -> outcomes.uninformed(passage, why));
    }

    private Next take(Passage passage) {
        return switch (memory.budget().take(passage.allowance())) {
            case Taking.ExhaustedUntil(var until) -> outcomes.budgetEmpty(passage, until);
            case Taking.RecipientLimit _ ->
                outcomes.refused(passage, Reason.RECIPIENT_LIMIT, "this person had enough messages in the last hour");
            case Taking.Taken _ -> begin(passage.callingAt(clock.instant()));
        };
    }

    private Next begin(Passage passage) {
        return switch (memory.ledger().call(passage.claim(), passage.at())) {
            case CallStart.LOST -> {
                // The new owner of this dispatch counts under the same name in the hour of the person: that stays.
                memory.budget().giveBack(passage.account().allowances().messages(), passage.at());
                yield outcomes.lost();
            }
            case CallStart.WITHDRAWN -> notCalled(passage, outcomes.withdrawn(passage, null));
            case CallStart.CALLING ->
                isOptedOut(passage)
                        ? notCalled(passage, outcomes.withdrawn(passage, Reason.OPTED_OUT))
                        : inTime(passage);
        };
    }

    /** If this cannot be told, nothing was called: the order must not be left as one that maybe was. */
    private boolean isOptedOut(Passage passage) {
        try {
            return memory.optOuts()
                    .isOptedOut(
                            passage.order().account(),
                            passage.knownRecipient().id().value());
        } catch (RuntimeException e) {
            memory.ledger().release(passage.claim());
            memory.budget().giveBack(passage.allowance(), passage.at());
            throw e;
        }
    }

    private Next notCalled(Passage passage, Next next) {
        memory.budget().giveBack(passage.allowance(), passage.at());
        return next;
    }

    /** A call that does not begin leaves no doubt: what is tried again is released as not called. */
    private Next inTime(Passage passage) {
        return slow(passage)
                .or(() -> outdated(passage))
                .map(next -> notCalled(passage, next))
                .orElseGet(() -> call(passage));
    }

    private Next call(Passage passage) {
        Account account = passage.account();
        String text = texts.write(passage.order(), account.persona().brand(), passage.code(), passage.at());
        Answer<SentMessage> answer =
                account.x().messages().send(passage.knownRecipient().id(), text);
        memory.budget().correct(account.allowances().messages(), answer.limits());
        return switch (answer) {
            case Answer.Ok(var message, var _) -> {
                account.x().identity().isOneOf(message.parties());
                yield outcomes.accepted(passage, message.eventId());
            }
            case Answer.Failed(var error, var _) -> nextMove.after(error, Call.SEND, passage);
        };
    }

    /** It turned out that a call sent nothing: the person's hour gets it back. */
    void notSent(Passage passage) {
        memory.budget().notSent(passage.allowance());
    }
}
