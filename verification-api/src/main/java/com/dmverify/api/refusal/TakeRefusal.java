package com.dmverify.api.refusal;

import com.dmverify.api.event.Announcer;
import com.dmverify.api.store.Transition;
import com.dmverify.api.store.Verdict;
import com.dmverify.api.store.VerificationStore;
import com.dmverify.api.store.people.People;
import com.dmverify.api.verification.Conversation;
import com.dmverify.api.verification.Refusal;
import com.dmverify.api.verification.VerificationId;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A person does not want it: what is open ends, and it is remembered for what is heard later. */
@Component
public class TakeRefusal {

    private final VerificationStore store;
    private final Announcer announcer;
    private final People people;
    private final OptOuts optOuts;

    TakeRefusal(VerificationStore store, Announcer announcer, People people, OptOuts optOuts) {
        this.store = store;
        this.announcer = announcer;
        this.people = people;
        this.optOuts = optOuts;
    }

    /** Ends all that is open. Remembered first: a verification that is not known to be about this person yet finds it later. */
    public Mono<Void> heard(Conversation with, Refusal refusal) {
        Mono<Void> remembered =
                refusal.isOptOut() ? optOuts.changed(with, true, refusal.at()) : people.declined(with, refusal.at());
        return remembered
                .thenMany(people.verifications(with))
                .concatMap(id -> end(with, id, refusal))
                .then();
    }

    /** Ends this one, unless it began after that was said. */
    public Mono<Transition> end(Conversation with, VerificationId id, Refusal refusal) {
        return store.refuse(id, refusal)
                .flatMap(announcer::announce)
                .delayUntil(done -> done.verdict() == Verdict.KNOWN ? Mono.empty() : people.forget(with, id));
    }

    /** The person wants messages again. What has ended stays so. */
    public Mono<Void> lifted(Conversation with, Instant when) {
        return optOuts.changed(with, false, when);
    }
}
