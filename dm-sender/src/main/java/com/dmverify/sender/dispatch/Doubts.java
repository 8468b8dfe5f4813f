package com.dmverify.sender.dispatch;

import com.dmverify.x.Answer;
import com.dmverify.x.dm.DirectMessages;
import com.dmverify.x.dm.Recent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Settles an unknown outcome: by X's own word if it has come, else by reading the conversation. If our message is there
 * it was sent, if not it is sent (again) with the same code. So a lost answer never makes two visible messages.
 */
final class Doubts {

    /** Of a conversation, one after the other: more would use up the account's readings for one message. */
    private static final int MOST_PAGES = 4;

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

    /** The end of the matter, if X told of the message by itself. Needs nobody else: neither X nor a working account. */
    Optional<Next> heard(Passage passage) {
        return passage.recipient() == null
                ? Optional.empty()
                : passage.claim()
                        .doubt()
                        .flatMap(since -> evidence.heard(passage, since))
                        .map(proof -> outcomes.heard(passage, proof));
    }

    /** Goes on to send, after the doubt is settled if there is one. */
    Next settle(Passage passage) {
        return passage.claim().doubt().map(since -> look(passage, since)).orElseGet(() -> sending.send(passage));
    }

    private Next look(Passage passage, Instant since) {
        Instant readable = since.plus(grace);
        return clock.instant().isBefore(readable)
                ? outcomes.again(passage, readable, "outcome unknown")
                : read(passage, since, null, MOST_PAGES);
    }

    private Next read(Passage passage, Instant since, @Nullable String older, int pages) {
        DirectMessages messages = passage.account().x().messages();
        return switch (messages.recentWith(passage.knownRecipient().id(), older)) {
            case Answer.Ok(var recent, var _) ->
                evidence.found(recent.messages(), passage, since)
                        .map(proof -> outcomes.found(passage, proof))
                        .orElseGet(() -> readOn(passage, since, recent, pages - 1));
            case Answer.Failed(var error, var _) -> nextMove.after(error, Call.READ, passage);
        };
    }

    /** Not having read it is not the same as its not being there. */
    private Next readOn(Passage passage, Instant since, Recent recent, int pages) {
        if (recent.reachesBackTo(evidence.earliest(since))) {
            return sending.send(outcomes.notThere(passage));
        }
        return pages == 0
                ? outcomes.retried(passage, "too much was written since to read it all")
                : read(passage, since, recent.older(), pages);
    }
}
