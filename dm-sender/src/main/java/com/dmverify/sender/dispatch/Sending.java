package com.dmverify.sender.dispatch;

import com.dmverify.sender.account.Account;
import com.dmverify.sender.budget.CallBudget;
import com.dmverify.sender.budget.Taking;
import com.dmverify.sender.text.MessageTexts;
import com.dmverify.x.Answer;
import com.dmverify.x.dm.SentMessage;
import java.time.Clock;

/** The call itself: inside the deadline and the budget, its time noted before, X's word on the budget heeded after. */
final class Sending {

    private final CallBudget budget;
    private final MessageTexts texts;
    private final Outcomes outcomes;
    private final NextMove nextMove;
    private final Clock clock;

    Sending(CallBudget budget, MessageTexts texts, Outcomes outcomes, NextMove nextMove, Clock clock) {
        this.budget = budget;
        this.texts = texts;
        this.outcomes = outcomes;
        this.nextMove = nextMove;
        this.clock = clock;
    }

    Next send(Passage passage) {
        return outcomes.over(passage)
                .orElseGet(() -> clock.instant().isAfter(passage.claim().sendBefore())
                        ? outcomes.retried(passage, "it took too long to look")
                        : take(passage));
    }

    private Next take(Passage passage) {
        return switch (budget.take(passage.account().allowances().messages())) {
            case Taking.ExhaustedUntil(var until) -> outcomes.budgetEmpty(passage, until);
            case Taking.Taken _ -> call(passage.callingAt(clock.instant()));
        };
    }

    private Next call(Passage passage) {
        Account account = passage.account();
        String text = texts.write(passage.order(), account.persona().brand(), passage.code());
        Answer<SentMessage> answer =
                account.x().messages().send(passage.knownRecipient().id(), text);
        budget.correct(account.allowances().messages(), answer.limits());
        return switch (answer) {
            case Answer.Ok(var message, var _) -> {
                account.x().identity().isOneOf(message.parties());
                yield outcomes.accepted(passage, message.eventId());
            }
            case Answer.Failed(var error, var _) -> nextMove.after(error, Call.SEND, passage);
        };
    }
}
