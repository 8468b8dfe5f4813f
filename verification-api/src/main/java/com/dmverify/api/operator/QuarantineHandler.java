package com.dmverify.api.operator;

import com.dmverify.api.failure.TransientFailure;
import com.dmverify.api.problem.Problem;
import com.dmverify.api.problem.ProblemType;
import com.dmverify.api.store.DamagedVerifications;
import com.dmverify.api.store.NewerFormatException;
import com.dmverify.api.store.VerificationStore;
import com.dmverify.api.verification.VerificationId;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Lists, shows and ends damaged verifications. */
final class QuarantineHandler {

    private static final Logger log = LoggerFactory.getLogger(QuarantineHandler.class);

    private final DamagedVerifications damaged;
    private final VerificationStore store;

    QuarantineHandler(DamagedVerifications damaged, VerificationStore store) {
        this.damaged = damaged;
        this.store = store;
    }

    Mono<ServerResponse> list(ServerRequest request) {
        return damaged.all()
                .map(QuarantinedBody::of)
                .collectList()
                .flatMap(all -> ServerResponse.ok().bodyValue(Map.of("data", all)));
    }

    Mono<ServerResponse> show(ServerRequest request) {
        VerificationId id = id(request);
        return damaged.find(id)
                .switchIfEmpty(Mono.error(() -> notFound(id)))
                .zipWith(damaged.stored(id).defaultIfEmpty(""))
                .map(entry -> QuarantinedBody.of(entry.getT1()).withStored(entry.getT2()))
                .flatMap(body -> ServerResponse.ok().bodyValue(body));
    }

    /** Ends a verification that is still damaged; one that was repaired ends by its own deadlines. */
    Mono<ServerResponse> end(ServerRequest request) {
        VerificationId id = id(request);
        return damaged.find(id)
                .switchIfEmpty(Mono.error(() -> notFound(id)))
                .then(isDamaged(id))
                .filter(isDamaged -> isDamaged)
                .switchIfEmpty(Mono.error(() -> Problem.of(
                        ProblemType.NOT_FOUND,
                        "The verification " + id + " is not damaged any more and leaves the quarantine by itself.")))
                .then(damaged.end(id))
                .filter(ended -> ended)
                .switchIfEmpty(Mono.error(() -> notFound(id)))
                .doOnNext(ended -> log.atWarn().addKeyValue("verification", id).log("quarantine.ended"))
                .flatMap(ended -> ServerResponse.ok().bodyValue(Map.of("id", id.value(), "ended", true)));
    }

    private Mono<Boolean> isDamaged(VerificationId id) {
        return store.find(id)
                .map(found -> false)
                .defaultIfEmpty(false)
                .onErrorResume(
                        error -> !(error instanceof NewerFormatException) && !TransientFailure.isCauseOf(error),
                        damage -> Mono.just(true));
    }

    private static VerificationId id(ServerRequest request) {
        String id = request.pathVariable("id");
        try {
            return new VerificationId(id);
        } catch (IllegalArgumentException e) {
            throw Problem.of(
                    ProblemType.NOT_FOUND,
                    "This is not the id of a verification: it looks like ver_ and 26" + " letters and digits.");
        }
    }

    private static Problem notFound(VerificationId id) {
        return Problem.of(ProblemType.NOT_FOUND, "The verification " + id + " is not in the quarantine.");
    }
}
