package com.dmverify.api.request;

import com.dmverify.api.event.Announcer;
import com.dmverify.api.limit.Limited;
import com.dmverify.api.limit.StartLimits;
import com.dmverify.api.policy.Policy;
import com.dmverify.api.problem.Kind;
import com.dmverify.api.problem.Problem;
import com.dmverify.api.problem.Unknown;
import com.dmverify.api.refusal.OptOuts;
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
class OpenVerification {

    private final VerificationStore store;
    private final StartLimits limits;
    private final OptOuts optOuts;
    private final Announcer announcer;
    private final FirstCode firstCode;
    private final SecureRandom random = new SecureRandom();

    OpenVerification(
            VerificationStore store, StartLimits limits, OptOuts optOuts, Announcer announcer, FirstCode firstCode) {
        this.store = store;
        this.limits = limits;
        this.optOuts = optOuts;
        this.announcer = announcer;
        this.firstCode = firstCode;
    }

    /**
     * What came of a start.
     *
     * @param isNew false if the same request had begun it before
     * @param limits how the limits stand; without uses where nothing was counted
     */
    record Opened(Verification verification, boolean isNew, Take limits) {}

    /** What is looked at beside the limits: the answer to the key, if it was used, and whether the person opted out. */
    private record Seen(Optional<Transition> before, boolean optedOut) {}

    /**
     * The verification.
     *
     * @throws Problem through the Mono, if the key belongs to another request, the person wants no messages, or a limit is
     *     reached
     */
    Mono<Opened> open(OpenRequest request, Caller caller, @Nullable RequestKey key) {
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
                                            () -> opened(seen.before().get(), caller, take)));
                                }
                                if (seen.optedOut()) {
                                    return undo.then(Mono.error(() -> OptOuts.refused(caller.account())));
                                }
                                return take.taken()
                                        ? begin(firstCode.of(id, request, caller, key), caller, take, giveBack)
                                        : look(key)
                                                .switchIfEmpty(Mono.error(() -> Limited.by(take)))
                                                .map(before -> opened(before, caller, take));
                            });
                });
    }

    private Mono<Opened> begin(NewVerification verification, Caller caller, Take take, Mono<Void> giveBack) {
        return store.open(verification)
                .delayUntil(done -> done.verdict() == Verdict.DONE ? Mono.empty() : giveBack)
                .flatMap(announcer::announce)
                .map(done -> opened(done, caller, take));
    }

    private Mono<Seen> seen(OpenRequest request, Caller caller, @Nullable RequestKey key) {
        return Mono.zip(
                look(key).map(Optional::of).defaultIfEmpty(Optional.empty()),
                optOuts.isOptedOut(caller.account(), request.target()),
                Seen::new);
    }

    private Mono<Transition> look(@Nullable RequestKey key) {
        return key == null ? Mono.empty() : store.look(key);
    }

    private static Opened opened(Transition done, Caller caller, Take take) {
        return switch (done.verdict()) {
            case DONE -> new Opened(done.state(), true, take);
            case EXISTS -> new Opened(theirs(done.state(), caller), false, take);
            case NOT_FOUND -> throw Unknown.verification();
            case CONFLICT ->
                throw Problem.of(
                        Kind.IDEMPOTENCY_CONFLICT,
                        "This Idempotency-Key came with another request before. Use a new key for a new request.");
            default -> throw new IllegalStateException("open answered " + done.verdict());
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

        NewVerification of(VerificationId id, OpenRequest request, Caller caller, @Nullable RequestKey key) {
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
