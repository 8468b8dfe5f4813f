package com.dmverify.sender.dispatch;

import com.dmverify.x.Answer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Settles an unknown outcome: by X's own word if it has come, else by reading the conversation. If our message is there
 * it was sent, if not it is sent (again) with the same code. So a lost answer never makes two visible messages.
 */
final class Doubts {

    private final Sending sending;
    private final Outcomes outcomes;
    private final NextMove nextMove;
    private final Evidence evidence;
    private final Duration grace;
    private final Clock clock;

    /** @param grace for X to tell by itself, before the conversation is read */
    Doubts(Sending sending, Outcomes outcomes, NextMove nextMove, Evidence evidence, Duration grace, Clock clock) {
        this.sending = sending;
        this.outcomes = outcomes;
        this.nextMove = nextMove;
        this.evidence = evidence;
        this.grace = grace;
        this.clock = clock;
    }

    /** Goes on to send, after the doubt is settled if there is one. */
    Next settle(Passage passage) {
        return passage.claim().doubt().map(since -> listen(passage, since)).orElseGet(() -> sending.send(passage));
    }

    private Next listen(Passage passage, Instant since) {
        return evidence.heard(passage, since)
                .map(message -> outcomes.heard(passage, message))
                .orElseGet(() -> look(passage, since));
    }

    private Next look(Passage passage, Instant since) {
        Instant readable = since.plus(grace);
        if (clock.instant().isBefore(readable)) {
            return outcomes.again(passage, readable, "outcome unknown");
        }
        return switch (passage.account()
                .x()
                .messages()
                .recentWith(passage.knownRecipient().id())) {
            case Answer.Ok(var messages, var _) ->
                evidence.found(messages, passage, since)
                        .map(message -> outcomes.found(passage, message))
                        .orElseGet(() -> sending.send(outcomes.notThere(passage)));
            case Answer.Failed(var error, var _) -> nextMove.after(error, Call.READ, passage);
        };
    }
}
