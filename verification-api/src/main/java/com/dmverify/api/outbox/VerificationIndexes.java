package com.dmverify.api.outbox;

import com.dmverify.api.store.VerificationIndex;
import com.dmverify.api.store.person.PersonIndex;
import com.dmverify.api.verification.Contact;
import com.dmverify.api.verification.UserId;
import com.dmverify.api.verification.Verification;
import com.dmverify.api.verification.VerificationEvent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Enters a verification where it is found again: under the platform's reference, its target, and with the person whom it is
 * about. This comes before the event that tells it leaves the outbox, so that nothing is missing after a crash either.
 */
@Component
class VerificationIndexes {

    private final VerificationIndex index;
    private final PersonIndex persons;

    VerificationIndexes(VerificationIndex index, PersonIndex persons) {
        this.index = index;
        this.persons = persons;
    }

    Mono<Void> enter(VerificationEvent event) {
        Verification verification = event.verification();
        return switch (event.type()) {
            case OPENED -> index.add(verification).then(withPerson(verification));
            // Only now the other name of the target may be known.
            case CODE_SENT, USER_ACTION_AWAITED, FAILED -> index.add(verification);
            case REQUESTED, REQUEUED, INCORRECT, SUCCEEDED, EXPIRED, EXHAUSTED, CANCELED -> Mono.empty();
        };
    }

    /** Who is behind a handle is told by the sender's report. */
    private Mono<Void> withPerson(Verification verification) {
        UserId person = verification.target().userId();
        return person == null
                ? Mono.empty()
                : persons.join(new Contact(verification.delivery().account().userId(), person), verification.id())
                        .then();
    }
}
