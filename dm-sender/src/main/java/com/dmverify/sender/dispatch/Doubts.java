package com.dmverify.sender.dispatch;

import com.dmverify.sender.patience.Patience;
import com.dmverify.x.Answer;
import com.dmverify.x.dm.Message;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Settles an unknown outcome by reading the conversation: if our message is there it was sent, if not it is sent
 * (again) with the same code. So a lost answer never makes two visible messages.
 */
final class Doubts {

    private final Sending sending;
    private final Outcomes outcomes;
    private final NextMove nextMove;
    private final Patience patience;
    private final Clock clock;

    Doubts(Sending sending, Outcomes outcomes, NextMove nextMove, Patience patience, Clock clock) {
        this.sending = sending;
        this.outcomes = outcomes;
        this.nextMove = nextMove;
        this.patience = patience;
        this.clock = clock;
    }

    /** Goes on to send, after the doubt is settled if there is one. */
    Next settle(Passage passage) {
        return passage.claim().doubt().map(since -> look(passage, since)).orElseGet(() -> sending.send(passage));
    }

    private Next look(Passage passage, Instant since) {
        Instant readable = since.plus(patience.grace());
        if (clock.instant().isBefore(readable)) {
            return outcomes.again(passage, readable, "outcome unknown");
        }
        return switch (passage.account()
                .x()
                .messages()
                .recentWith(passage.knownRecipient().id())) {
            case Answer.Ok(var messages, var _) ->
                ours(messages, passage, since)
                        .map(message -> outcomes.found(passage, message.eventId()))
                        .orElseGet(
                                () -> sending.send(passage.with(passage.claim().certain())));
            case Answer.Failed(var error, var _) -> nextMove.after(error, Call.READ, passage);
        };
    }

    /** An earlier dispatch may have carried the same code: only what was written since counts. */
    private Optional<Message> ours(List<Message> messages, Passage passage, Instant since) {
        Instant earliest = since.minus(patience.skew());
        return messages.stream()
                .filter(message -> message.sender().equals(passage.account().userId()))
                .filter(message -> !message.createdAt().isBefore(earliest))
                .filter(message -> message.text().contains(passage.code().digits()))
                .findFirst();
    }
}
