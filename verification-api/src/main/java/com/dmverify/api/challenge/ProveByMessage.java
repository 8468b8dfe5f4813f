package com.dmverify.api.challenge;

import com.dmverify.api.erase.EraseTarget;
import com.dmverify.api.failure.NotYetException;
import com.dmverify.api.optout.ApplyOptOut;
import com.dmverify.api.store.Moments;
import com.dmverify.api.store.VerificationIndex;
import com.dmverify.api.store.VerificationStore;
import com.dmverify.api.store.person.PersonIndex;
import com.dmverify.api.verification.Change;
import com.dmverify.api.verification.OptOut;
import com.dmverify.api.verification.Proof;
import com.dmverify.api.verification.ProofResult;
import com.dmverify.api.verification.Verification;
import com.dmverify.api.verification.VerificationId;
import com.dmverify.codes.ChallengeText;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds the challenges in a message, and proves by them whose account wrote it. All of it bears repetition. */
@Component
public class ProveByMessage {

    private final Challenges challenges;
    private final VerificationStore store;
    private final Moments moments;
    private final VerificationIndex index;
    private final PersonIndex persons;
    private final ApplyOptOut applyOptOut;
    private final EraseTarget eraseTarget;

    ProveByMessage(
            Challenges challenges,
            VerificationStore store,
            Moments moments,
            VerificationIndex index,
            PersonIndex persons,
            ApplyOptOut applyOptOut,
            EraseTarget eraseTarget) {
        this.challenges = challenges;
        this.store = store;
        this.moments = moments;
        this.index = index;
        this.persons = persons;
        this.applyOptOut = applyOptOut;
        this.eraseTarget = eraseTarget;
    }

    /**
     * A message with challenges of ours.
     *
     * @param verifications whose challenges it holds; often none
     * @param rest what else it says
     */
    public record Read(List<VerificationId> verifications, String rest) {}

    /** Reads a message. */
    public Mono<Read> read(String text) {
        ChallengeText message = ChallengeText.of(text);
        return Flux.fromIterable(message.tokens())
                .concatMap(challenges::find)
                .collectList()
                .map(found -> found.isEmpty() ? new Read(List.of(), text) : read(message, found));
    }

    private Read read(ChallengeText message, List<Verification> found) {
        ChallengeText rest = message;
        for (Verification verification : found) {
            rest = challenges.without(rest, verification);
        }
        return new Read(found.stream().map(Verification::id).toList(), rest.text());
    }

    /** Proves all of them, as far as the message does. One that cannot be changed holds up no other. */
    public Mono<Void> prove(List<VerificationId> verifications, Proof proof) {
        return Flux.fromIterable(verifications)
                .concatMapDelayError(id -> prove(id, proof))
                .then();
    }

    private Mono<Void> prove(VerificationId id, Proof proof) {
        return Mono.deferContextual(context -> store.update(id, verification -> {
                    Change<ProofResult> change = verification.prove(proof, moments.now(context));
                    return change.map(result -> new Proven(result, change.after()));
                }))
                .flatMap(proven -> switch (proven.result()) {
                    case VERIFIED -> tie(proven.verification(), proof);
                    case OTHER_LOOK_UP -> Mono.error(new NotYetException(id + " waits for a look-up"));
                    case LOOKING_UP, WRONG_ACCOUNT, REFUSED, NOT_CONCERNED -> Mono.empty();
                });
    }

    private record Proven(ProofResult result, Verification verification) {}

    /** Only now it is known whom it is about. The person may have said before we knew that it was not them. */
    private Mono<Void> tie(Verification verified, Proof proof) {
        return index.add(verified)
                .then(eraseTarget.eraseIfErased(verified, proof.with().person()))
                .flatMap(erased -> erased ? Mono.<OptOut>empty() : persons.join(proof.with(), verified.id()))
                .filter(declined -> !declined.at().isBefore(proof.at()))
                .flatMap(declined -> applyOptOut.end(proof.with(), verified.id(), declined));
    }
}
