package com.dmverify.api.inbound;

import com.dmverify.api.store.Moments;
import com.dmverify.api.store.VerificationStore;
import com.dmverify.api.store.person.PersonIndex;
import com.dmverify.api.verification.Contact;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Marks the messages that a person has read. */
@Component
class MarkSeen {

    private final VerificationStore store;
    private final Moments moments;
    private final PersonIndex persons;

    MarkSeen(VerificationStore store, Moments moments, PersonIndex persons) {
        this.store = store;
        this.moments = moments;
        this.persons = persons;
    }

    /** The person read the conversation at that instant. One verification that cannot be changed holds up no other. */
    Mono<Void> read(Contact with, Instant when) {
        return persons.verifications(with)
                .concatMapDelayError(id -> Mono.deferContextual(
                        context -> store.update(id, verification -> verification.seen(when, moments.now(context)))))
                .then();
    }
}
