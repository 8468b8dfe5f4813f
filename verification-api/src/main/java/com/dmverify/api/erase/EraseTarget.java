package com.dmverify.api.erase;

import com.dmverify.api.store.DamagedVerificationException;
import com.dmverify.api.store.Moments;
import com.dmverify.api.store.VerificationIndex;
import com.dmverify.api.store.VerificationStore;
import com.dmverify.api.store.person.Erasures;
import com.dmverify.api.store.person.PersonIndex;
import com.dmverify.api.verification.Change;
import com.dmverify.api.verification.Contact;
import com.dmverify.api.verification.Moment;
import com.dmverify.api.verification.UserId;
import com.dmverify.api.verification.Verification;
import com.dmverify.api.verification.VerificationId;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Erases a tenant's verifications of a person: a pending one is canceled first, so that its message is withdrawn and its event
 * is published; then the state and all that leads to it are deleted. Counters of limits, opt-outs and the idempotency keys stay
 * until their own end, and other tenants' verifications stay as they are. It bears repetition: what a crash left is found again.
 */
@Component
public class EraseTarget {

    private static final Logger LOG = LoggerFactory.getLogger(EraseTarget.class);

    private final VerificationStore store;
    private final VerificationIndex index;
    private final PersonIndex persons;
    private final Erasures erasures;
    private final Moments moments;
    private final Clock clock;

    EraseTarget(
            VerificationStore store,
            VerificationIndex index,
            PersonIndex persons,
            Erasures erasures,
            Moments moments,
            Clock clock) {
        this.store = store;
        this.index = index;
        this.persons = persons;
        this.erasures = erasures;
        this.moments = moments;
        this.clock = clock;
    }

    /**
     * What was erased.
     *
     * @param verifications how many were deleted
     * @param canceled how many of them were pending
     */
    public record Erased(int verifications, int canceled) {

        private Erased and(Erased other) {
            return new Erased(verifications + other.verifications, canceled + other.canceled);
        }
    }

    /** What a rule found: the verification after its end, and whether it was pending. */
    private record Ended(Verification verification, boolean wasPending) {}

    /** Erases all verifications of this owner about this person, also those that turn out later to be about them. */
    public Mono<Erased> erase(String tenant, UserId person) {
        return erasures.erased(tenant, person, clock.instant())
                .thenMany(index.ofPerson(tenant, person))
                .concatMap(id -> erase(tenant, person, id))
                .reduce(new Erased(0, 0), Erased::and)
                .doOnNext(erased -> LOG.atInfo()
                        .addKeyValue("tenant", tenant)
                        .addKeyValue("verifications", erased.verifications())
                        .addKeyValue("canceled", erased.canceled())
                        .log("target.erased"));
    }

    /** Erases a verification that turned out to be about this person, if it began before the tenant erased them. */
    public Mono<Boolean> eraseIfErased(Verification learned, UserId person) {
        String tenant = learned.request().owner();
        return erasures.isErasedSince(tenant, person, learned.createdAt())
                .flatMap(erased -> erased ? erase(tenant, person, learned.id()).thenReturn(true) : Mono.just(false));
    }

    /** The person's index goes last: it leads a repeat to what a crash left. */
    private Mono<Erased> erase(String tenant, UserId person, VerificationId id) {
        return Mono.deferContextual(context ->
                        store.update(id, verification -> end(verification, tenant, person, moments.now(context))))
                .flatMap(found -> found.map(ended -> delete(ended, person)).orElse(Mono.just(new Erased(0, 0))))
                .onErrorResume(
                        DamagedVerificationException.class,
                        damaged -> store.erase(id).thenReturn(new Erased(1, 0)))
                .defaultIfEmpty(new Erased(0, 0))
                .flatMap(erased -> index.forgetPerson(tenant, person, id).thenReturn(erased));
    }

    private static Change<Optional<Ended>> end(Verification verification, String tenant, UserId person, Moment moment) {
        return verification.belongsTo(tenant)
                        && person.equals(verification.target().userId())
                ? ended(verification, verification.cancel(moment))
                : Change.none(verification, Optional.empty());
    }

    private static Change<Optional<Ended>> ended(Verification before, Change<?> canceled) {
        return canceled.map(result ->
                Optional.of(new Ended(canceled.after(), !before.status().isTerminal())));
    }

    private Mono<Erased> delete(Ended ended, UserId person) {
        Verification verification = ended.verification();
        Contact with = new Contact(verification.delivery().account().userId(), person);
        return Mono.when(index.forgetLabels(verification), persons.forget(with, verification.id()))
                .then(store.erase(verification.id()))
                .thenReturn(new Erased(1, ended.wasPending() ? 1 : 0));
    }
}
