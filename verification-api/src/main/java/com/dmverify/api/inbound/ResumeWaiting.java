package com.dmverify.api.inbound;

import com.dmverify.api.outbox.OutboxRelay;
import com.dmverify.api.store.Transition;
import com.dmverify.api.store.VerificationStore;
import com.dmverify.api.store.person.PersonIndex;
import com.dmverify.api.verification.Contact;
import com.dmverify.api.verification.VerificationId;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A user opened the way: sends what waits for that user, and nothing to anybody who did not ask. */
@Component
public class ResumeWaiting {

    /** The cause of a resumption: the person followed the brand. */
    public static final String FOLLOWED = "followed";

    static final String WROTE_TO_US = "wrote_to_us";

    private final VerificationStore store;
    private final OutboxRelay relay;
    private final PersonIndex persons;

    ResumeWaiting(VerificationStore store, OutboxRelay relay, PersonIndex persons) {
        this.store = store;
        this.relay = relay;
        this.persons = persons;
    }

    Mono<Void> userActed(Contact with, String how, Instant when) {
        return persons.acted(with, when)
                .thenMany(persons.verifications(with))
                .concatMap(id -> resume(with, id, how, when))
                .then();
    }

    private Mono<Transition> resume(Contact with, VerificationId id, String how, Instant when) {
        return store.resume(id, how, when)
                .flatMap(relay::publish)
                .delayUntil(done -> isOver(done) ? persons.forget(with, id) : Mono.empty());
    }

    private static boolean isOver(Transition done) {
        return done.verification() == null || done.verification().status().isTerminal();
    }
}
