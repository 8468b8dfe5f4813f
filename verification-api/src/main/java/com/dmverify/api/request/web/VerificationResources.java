package com.dmverify.api.request.web;

import com.dmverify.api.eta.EtaEstimator;
import com.dmverify.api.verification.Verification;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What the platform is answered: verifications with what is known of them at this moment. */
@Component
class VerificationResources {

    private final EtaEstimator estimator;

    VerificationResources(EtaEstimator estimator) {
        this.estimator = estimator;
    }

    Mono<VerificationResource> of(Verification verification) {
        return ofAll(List.of(verification)).map(List::getFirst);
    }

    Mono<List<VerificationResource>> ofAll(List<Verification> verifications) {
        return estimator
                .of(verifications)
                .map(etas -> verifications.stream()
                        .map(verification -> VerificationResource.of(verification, etas.get(verification.id())))
                        .toList());
    }
}
