package com.dmverify.sender.dispatch;

import com.dmverify.sender.ledger.Doubt;
import com.dmverify.sender.search.Finding;
import com.dmverify.sender.search.Search;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Settles an unknown outcome: by X's own word if it has come, else by reading what X shows. If our message is there it was
 * sent, if not it is sent (again) with the same code. So a lost answer never makes two visible messages.
 */
final class Doubts {

    private final Sending sending;
    private final Addressing addressing;
    private final Outcomes outcomes;
    private final NextMove nextMove;
    private final Looking looking;
    private final Clock clock;

    /**
     * Where and when to look.
     *
     * @param grace for X to tell by itself, from the end of the call on, before it is asked
     * @param skew how far X's clock and ours may be apart, so that its time stamps can be compared with ours
     */
    record Looking(Search search, Duration grace, Duration skew) {}

    Doubts(Sending sending, Addressing addressing, Outcomes outcomes, NextMove nextMove, Looking looking, Clock clock) {
        this.sending = sending;
        this.addressing = addressing;
        this.outcomes = outcomes;
        this.nextMove = nextMove;
        this.looking = looking;
        this.clock = clock;
    }

    /** The end of the matter, if X told of the message by itself. Needs nobody else: neither X nor a working account. */
    Optional<Next> heard(Passage passage) {
        return passage.recipient() == null
                ? Optional.empty()
                : passage.claim()
                        .doubt()
                        .flatMap(doubt -> looking.search().heard(passage.wanted(doubt)))
                        .map(proof -> outcomes.heard(passage, proof));
    }

    /** Goes on to send, after the doubt is settled if there is one. */
    Next settle(Passage passage) {
        return passage.claim().doubt().map(doubt -> look(passage, doubt)).orElseGet(() -> sending.send(passage));
    }

    private Next look(Passage passage, Doubt doubt) {
        Instant readable = doubt.over().plus(looking.grace());
        return clock.instant().isBefore(readable)
                ? outcomes.again(passage, readable, "outcome unknown")
                : conclude(passage, looking.search().find(passage.wanted(doubt)));
    }

    private Next conclude(Passage passage, Finding finding) {
        return switch (finding) {
            case Finding.There(var proof) -> outcomes.found(passage, proof);
            case Finding.NotThere _ -> notThere(passage);
            case Finding.TooMuch _ -> outcomes.retried(passage, "too much was written since to read it all");
            case Finding.Unread(var error) -> nextMove.after(error, Call.READ, passage);
        };
    }

    /** With other credentials than ours, or by another clock, we would not know our own message again. */
    private Next notThere(Passage passage) {
        if (!passage.account().x().isClockKnownWithin(looking.skew())) {
            return outcomes.retried(
                    passage, "X's clock and ours differ too much, or by an unknown time, to take a message for unsent");
        }
        return passage.account().x().identity().isConfirmed()
                ? resend(outcomes.notThere(passage))
                : outcomes.retried(passage, "X has not said yet whose credentials these are");
    }

    private Next resend(Passage passage) {
        sending.notSent(passage);
        return addressing.address(passage, sending::send);
    }
}
