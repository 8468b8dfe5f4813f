package com.dmverify.api.request;

import com.dmverify.api.challenge.Challenges;
import com.dmverify.api.store.VerificationIndex;
import com.dmverify.api.store.person.PersonIndex;
import com.dmverify.api.verification.Contact;
import com.dmverify.api.verification.UserId;
import com.dmverify.api.verification.Verification;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Enters a verification where it is found again: under the platform's reference, its target, the person whom it is about, and
 * its challenge.
 * This is sent before the verification is committed: an entry that leads to nothing is passed over, a missing one would be a
 * verification that no list shows.
 */
@Component
public class VerificationIndexes {

    private final VerificationIndex index;
    private final PersonIndex persons;
    private final Challenges challenges;

    VerificationIndexes(VerificationIndex index, PersonIndex persons, Challenges challenges) {
        this.index = index;
        this.persons = persons;
        this.challenges = challenges;
    }

    /** Enters it, for the first time or again. */
    public Mono<Void> enter(Verification verification) {
        UserId person = verification.target().userId();
        Mono<Void> listed = Mono.when(index.add(verification), challenges.enter(verification));
        return person == null || verification.request().isTest()
                ? listed
                : Mono.when(
                        listed,
                        persons.join(
                                new Contact(verification.delivery().account().userId(), person), verification.id()));
    }
}
