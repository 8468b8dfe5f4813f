package com.dmverify.api.event;

import com.dmverify.api.store.VerificationIndex;
import com.dmverify.api.store.people.People;
import com.dmverify.api.verification.Conversation;
import com.dmverify.api.verification.Fact;
import com.dmverify.api.verification.UserId;
import com.dmverify.api.verification.Verification;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Enters a verification where it is found again: under the platform's reference, its target, and with the person whom it is
 * about. This comes before the fact that tells it leaves the outbox, so that nothing is missing after a crash either.
 */
@Component
class Index {

    private final VerificationIndex index;
    private final People people;

    Index(VerificationIndex index, People people) {
        this.index = index;
        this.people = people;
    }

    Mono<Void> enter(Fact fact) {
        Verification verification = fact.verification();
        return switch (fact.type()) {
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
                : people.join(new Conversation(verification.delivery().account().userId(), person), verification.id())
                        .then();
    }
}
