package com.dmverify.api.request.web;

import com.dmverify.api.challenge.Challenges;
import com.dmverify.api.eta.EtaEstimator;
import com.dmverify.api.store.VersionedVerification;
import com.dmverify.api.verification.SendingAccount;
import com.dmverify.api.verification.Verification;
import com.dmverify.api.verification.VerificationId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What the platform is answered: verifications with what is known of them at this moment. */
@Component
class VerificationResources {

    private final EtaEstimator estimator;
    private final Challenges challenges;
    private final Clock clock;

    VerificationResources(EtaEstimator estimator, Challenges challenges, Clock clock) {
        this.estimator = estimator;
        this.challenges = challenges;
        this.clock = clock;
    }

    Mono<VerificationResource> of(Verification verification) {
        return ofAll(List.of(verification)).map(List::getFirst);
    }

    /**
     * A verification that is looked up now. When its message will leave is asked together with it, in one flight, for the
     * account that sends for this caller.
     */
    Mono<Versioned> of(Mono<VersionedVerification> found, VerificationId id, SendingAccount account) {
        return Mono.zip(
                found, estimator.ofAccount(account.name(), List.of(id)).defaultIfEmpty(Map.of()), (state, etas) -> {
                    Verification verification = state.verification();
                    return new Versioned(
                            resource(verification, verification.isQueued() ? etas.get(id) : null), state.version());
                });
    }

    Mono<Versioned> of(VersionedVerification state) {
        return of(state.verification()).map(resource -> new Versioned(resource, state.version()));
    }

    Mono<List<VerificationResource>> ofAll(List<Verification> verifications) {
        return estimator
                .of(verifications)
                .map(etas -> verifications.stream()
                        .map(verification -> resource(verification, etas.get(verification.id())))
                        .toList());
    }

    private VerificationResource resource(Verification verification, @Nullable Instant eta) {
        Instant settled = verification.testSettledAt();
        return VerificationResource.of(
                verification, settled == null ? eta : settled, challenges.shown(verification), clock.instant());
    }

    /**
     * A verification as it is answered, and the version of its state: that of the estimate in it does not count.
     */
    record Versioned(VerificationResource resource, long version) {}
}
