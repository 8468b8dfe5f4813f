package com.dmverify.api.refusal;

import com.dmverify.api.event.Announcer;
import com.dmverify.api.store.Transition;
import com.dmverify.api.store.Verdict;
import com.dmverify.api.store.VerificationStore;
import com.dmverify.api.store.people.People;
import com.dmverify.api.store.people.Refusals;
import com.dmverify.api.verification.Conversation;
import com.dmverify.api.verification.Handle;
import com.dmverify.api.verification.Refusal;
import com.dmverify.api.verification.Target;
import com.dmverify.api.verification.VerificationId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A person does not want it: what is open ends, and it is remembered for what is heard later. */
@Component
public class TakeRefusal {

    /** The webhook's clock and ours may differ by this much. */
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(5);

    private final VerificationStore store;
    private final Announcer announcer;
    private final People people;
    private final Refusals refusals;

    TakeRefusal(VerificationStore store, Announcer announcer, People people, Refusals refusals) {
        this.store = store;
        this.announcer = announcer;
        this.people = people;
        this.refusals = refusals;
    }

    /**
     * Ends all that is open. Remembered first: a verification that is not known to be about this person yet finds it later.
     *
     * @param handle of the person, where X gave it
     */
    public Mono<Void> heard(Conversation with, @Nullable Handle handle, Refusal refusal) {
        return refusals.remember(with, refusal)
                .then(learn(with, refusal, handle))
                .thenMany(people.verifications(with))
                .concatMap(id -> end(with, id, refusal))
                .then();
    }

    /** Ends this one, unless it began after that was said. */
    public Mono<Transition> end(Conversation with, VerificationId id, Refusal refusal) {
        return store.refuse(id, refusal.at(refusal.at().plus(CLOCKS_DIFFER)))
                .flatMap(announcer::announce)
                .delayUntil(done -> learn(with, refusal, handle(done)))
                .delayUntil(done -> done.verdict() == Verdict.KNOWN ? Mono.empty() : people.forget(with, id));
    }

    /** The person wants messages again. What has ended stays so. */
    public Mono<Void> lifted(Conversation with) {
        return refusals.lift(with);
    }

    private Mono<Void> learn(Conversation with, Refusal refusal, @Nullable Handle handle) {
        return handle == null || !refusal.isOptOut() ? Mono.empty() : refusals.named(with, handle);
    }

    private static @Nullable Handle handle(Transition done) {
        Target target = done.verification() == null ? null : done.verification().target();
        return target == null ? null : target.handle();
    }
}
