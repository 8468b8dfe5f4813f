package com.dmverify.api.request;

import com.dmverify.api.limit.Limited;
import com.dmverify.api.limit.StartLimits;
import com.dmverify.api.optout.OptOutGuard;
import com.dmverify.api.outbox.OutboxRelay;
import com.dmverify.api.policy.Policy;
import com.dmverify.api.problem.Problem;
import com.dmverify.api.problem.ProblemType;
import com.dmverify.api.problem.Unknown;
import com.dmverify.api.store.NewVerification;
import com.dmverify.api.store.RequestKey;
import com.dmverify.api.store.Transition;
import com.dmverify.api.store.Verdict;
import com.dmverify.api.store.VerificationStore;
import com.dmverify.api.store.limit.Take;
import com.dmverify.api.tenant.Caller;
import com.dmverify.api.verification.Verification;
import com.dmverify.api.verification.VerificationId;
import com.dmverify.codes.KeyRing;
import com.dmverify.codes.OneTimeCode;
import com.dmverify.codes.OneTimeCodes;
import java.security.SecureRandom;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Begins a verification, or finds the one that the same request with the same idempotency key began. The key is written with
 * the verification; before that, only a use of the limits is taken, and given back if no verification was made.
 */
@Component
public class StartVerification {

    private final VerificationStore store;
    private final StartLimits limits;
    private final OptOutGuard optOuts;
    private final OutboxRelay relay;
    private final FirstCode firstCode;
    private final SecureRandom random = new SecureRandom();

    StartVerification(
            VerificationStore store, StartLimits limits, OptOutGuard optOuts, OutboxRelay relay, FirstCode firstCode) {
        this.store = store;
        this.limits = limits;
        this.optOuts = optOuts;
        this.relay = relay;
        this.firstCode = firstCode;
    }

    /**
     * What came of a start.
     *
     * @param isNew false if the same request had begun it before
     * @param limits how the limits stand; without uses where nothing was counted
     */
    public record Started(Verification verification, boolean isNew, Take limits) {}

    /** What is looked at beside the limits: the answer to the key, if it was used, and whether the person opted out. */
    private record Seen(Optional<Transition> before, boolean optedOut) {}

    /**
     * The verification.
     *
     * @throws Problem through the Mono, if the key belongs to another request, the person wants no messages, or a limit is
     *     reached
     */
    public Mono<Started> start(StartRequest request, Caller caller, @Nullable RequestKey key) {
        VerificationId id = key == null ? VerificationId.random(random) : key.newId(random);
        Mono<Void> giveBack = limits.giveBack(caller.tenant(), request.target(), id);
        return Mono.zip(
                        limits.take(caller.tenant(), request.target(), id),
                        seen(request, caller, key).materialize())
                .flatMap(both -> {
                    Take take = both.getT1();
                    Mono<Void> undo = take.taken() ? giveBack : Mono.empty();
                    return Mono.just(both.getT2())
                            .<Seen>dematerialize()
                            .onErrorResume(error -> undo.then(Mono.error(error)))
                            .flatMap(seen -> {
                                if (seen.before().isPresent()) {
                                    return undo.then(Mono.fromSupplier(
                                            () -> started(seen.before().get(), caller, take)));
                                }
                                if (seen.optedOut()) {
                                    return undo.then(Mono.error(() -> OptOutGuard.refused(caller.account())));
                                }
                                return take.taken()
                                        ? begin(firstCode.of(id, request, caller, key), caller, take, giveBack)
                                        : look(key)
                                                .switchIfEmpty(Mono.error(() -> Limited.by(take)))
                                                .map(before -> started(before, caller, take));
                            });
                });
    }

    private Mono<Started> begin(NewVerification verification, Caller caller, Take take, Mono<Void> giveBack) {
        return store.open(verification)
                .delayUntil(done -> done.verdict() == Verdict.DONE ? Mono.empty() : giveBack)
                .flatMap(relay::publish)
                .map(done -> started(done, caller, take));
    }

    private Mono<Seen> seen(StartRequest request, Caller caller, @Nullable RequestKey key) {
        return Mono.zip(
                look(key).map(Optional::of).defaultIfEmpty(Optional.empty()),
                optOuts.isOptedOut(caller.account(), request.target()),
                Seen::new);
    }

    private Mono<Transition> look(@Nullable RequestKey key) {
        return key == null ? Mono.empty() : store.look(key);
    }

    private static Started started(Transition done, Caller caller, Take take) {
        return switch (done.verdict()) {
            case DONE -> new Started(done.state(), true, take);
            case EXISTS -> new Started(theirs(done.state(), caller), false, take);
            case NOT_FOUND -> throw Unknown.verification();
            case CONFLICT ->
                throw Problem.of(
                        ProblemType.IDEMPOTENCY_CONFLICT,
                        "This Idempotency-Key came with another request before. Use a new key for a new request.");
            default -> throw new IllegalStateException("start answered " + done.verdict());
        };
    }

    private static Verification theirs(Verification found, Caller caller) {
        if (!found.request().tenant().equals(caller.tenant())) {
            throw Unknown.verification();
        }
        return found;
    }

    /** What the state keeps of the first code. */
    @Component
    static class FirstCode {

        private final KeyRing keys;
        private final OneTimeCodes codes;
        private final Policy policy;

        FirstCode(KeyRing keys, OneTimeCodes codes, Policy policy) {
            this.keys = keys;
            this.codes = codes;
            this.policy = policy;
        }

        NewVerification of(VerificationId id, StartRequest request, Caller caller, @Nullable RequestKey key) {
            String keyId = keys.current().id();
            OneTimeCode code = codes.derive(keyId, id.value(), 1, policy.codeDigits());
            return new NewVerification(
                    id,
                    request.request(),
                    request.target(),
                    caller.account(),
                    keyId,
                    codes.digest(keyId, id.value(), code),
                    request.consent(),
                    key);
        }
    }
}
