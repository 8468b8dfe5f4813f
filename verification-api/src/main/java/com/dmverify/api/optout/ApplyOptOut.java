package com.dmverify.api.optout;

import com.dmverify.api.store.Moments;
import com.dmverify.api.store.VerificationStore;
import com.dmverify.api.store.person.PersonIndex;
import com.dmverify.api.verification.Contact;
import com.dmverify.api.verification.OptOut;
import com.dmverify.api.verification.OptOutResult;
import com.dmverify.api.verification.VerificationId;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Ends what is open about a person who does not want it, and remembers that for what is learned later. */
@Component
public class ApplyOptOut {

    private final VerificationStore store;
    private final Moments moments;
    private final PersonIndex persons;
    private final OptOutGuard optOuts;

    ApplyOptOut(VerificationStore store, Moments moments, PersonIndex persons, OptOutGuard optOuts) {
        this.store = store;
        this.moments = moments;
        this.persons = persons;
        this.optOuts = optOuts;
    }

    /**
     * Ends all that is open. Remembered first: a verification that is not known to be about this person yet finds it later. One
     * verification that cannot be changed holds up no other of that person.
     */
    public Mono<Void> apply(Contact with, OptOut optOut) {
        Mono<Void> remembered =
                optOut.isLasting() ? optOuts.changed(with, true, optOut.at()) : persons.declined(with, optOut.at());
        return remembered
                .thenMany(persons.verifications(with))
                .concatMapDelayError(id -> end(with, id, optOut))
                .then();
    }

    /** Ends this one, unless it began after that was said. */
    public Mono<Void> end(Contact with, VerificationId id, OptOut optOut) {
        return Mono.deferContextual(
                        context -> store.update(id, verification -> verification.optOut(optOut, moments.now(context))))
                .defaultIfEmpty(OptOutResult.ENDED_BEFORE)
                .flatMap(result -> switch (result) {
                    case ENDED, ENDED_BEFORE -> persons.forget(with, id);
                    case DISPUTED, NOT_CONCERNED -> Mono.empty();
                });
    }

    /** The person wants messages again. What has ended stays so. */
    public Mono<Void> lift(Contact with, Instant when) {
        return optOuts.changed(with, false, when);
    }
}
