package com.dmverify.api.request;

import com.dmverify.api.pace.Departures;
import com.dmverify.api.verification.Verification;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What the platform is answered: verifications with what is known of them at this moment. */
@Component
class Answers {

    private final Departures departures;

    Answers(Departures departures) {
        this.departures = departures;
    }

    Mono<VerificationResource> of(Verification verification) {
        return ofAll(List.of(verification)).map(List::getFirst);
    }

    Mono<List<VerificationResource>> ofAll(List<Verification> verifications) {
        return departures
                .of(verifications)
                .map(etas -> verifications.stream()
                        .map(verification -> VerificationResource.of(verification, etas.get(verification.id())))
                        .toList());
    }
}
