package com.dmverify.api.optout;

import com.dmverify.api.outbox.OutboxRelay;
import com.dmverify.api.store.Transition;
import com.dmverify.api.store.Verdict;
import com.dmverify.api.store.VerificationStore;
import com.dmverify.api.store.person.PersonIndex;
import com.dmverify.api.verification.Contact;
import com.dmverify.api.verification.OptOut;
import com.dmverify.api.verification.VerificationId;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A person does not want it: what is open ends, and it is remembered for what is heard later. */
@Component
public class ApplyOptOut {

    private final VerificationStore store;
    private final OutboxRelay relay;
    private final PersonIndex persons;
    private final OptOutGuard optOuts;

    ApplyOptOut(VerificationStore store, OutboxRelay relay, PersonIndex persons, OptOutGuard optOuts) {
        this.store = store;
        this.relay = relay;
        this.persons = persons;
        this.optOuts = optOuts;
    }

    /** Ends all that is open. Remembered first: a verification that is not known to be about this person yet finds it later. */
    public Mono<Void> apply(Contact with, OptOut optOut) {
        Mono<Void> remembered =
                optOut.isLasting() ? optOuts.changed(with, true, optOut.at()) : persons.declined(with, optOut.at());
        return remembered
                .thenMany(persons.verifications(with))
                .concatMap(id -> end(with, id, optOut))
                .then();
    }

    /** Ends this one, unless it began after that was said. */
    public Mono<Transition> end(Contact with, VerificationId id, OptOut optOut) {
        return store.refuse(id, optOut)
                .flatMap(relay::publish)
                .delayUntil(done -> done.verdict() == Verdict.KNOWN ? Mono.empty() : persons.forget(with, id));
    }

    /** The person wants messages again. What has ended stays so. */
    public Mono<Void> lift(Contact with, Instant when) {
        return optOuts.changed(with, false, when);
    }
}
