package com.dmverify.api.delivery;

import com.dmverify.api.event.Announcer;
import com.dmverify.api.store.Transition;
import com.dmverify.api.store.VerificationStore;
import com.dmverify.api.store.people.People;
import com.dmverify.api.verification.Conversation;
import com.dmverify.api.verification.VerificationId;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A user opened the way: sends what waits for that user, and nothing to anybody who did not ask. */
@Component
class ResumeWaiting {

    static final String FOLLOWED = "followed";
    static final String WROTE_TO_US = "wrote_to_us";

    private final VerificationStore store;
    private final Announcer announcer;
    private final People people;

    ResumeWaiting(VerificationStore store, Announcer announcer, People people) {
        this.store = store;
        this.announcer = announcer;
        this.people = people;
    }

    Mono<Void> userActed(Conversation with, String how, Instant when) {
        return people.acted(with, when)
                .thenMany(people.verifications(with))
                .concatMap(id -> resume(with, id, how, when))
                .then();
    }

    private Mono<Transition> resume(Conversation with, VerificationId id, String how, Instant when) {
        return store.resume(id, how, when)
                .flatMap(announcer::announce)
                .delayUntil(done -> isOver(done) ? people.forget(with, id) : Mono.empty());
    }

    private static boolean isOver(Transition done) {
        return done.verification() == null || done.verification().status().isTerminal();
    }
}
