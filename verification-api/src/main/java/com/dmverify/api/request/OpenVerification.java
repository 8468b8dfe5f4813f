package com.dmverify.api.request;

import com.dmverify.api.event.Announcer;
import com.dmverify.api.policy.Policy;
import com.dmverify.api.problem.Problem;
import com.dmverify.api.store.NewVerification;
import com.dmverify.api.store.RunningVerifications;
import com.dmverify.api.store.Transition;
import com.dmverify.api.store.Verdict;
import com.dmverify.api.store.VerificationStore;
import com.dmverify.api.tenant.Caller;
import com.dmverify.api.verification.VerificationId;
import com.dmverify.codes.KeyRing;
import com.dmverify.codes.OneTimeCode;
import com.dmverify.codes.OneTimeCodes;
import java.security.SecureRandom;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Begins a verification, or finds the one that already runs for the same tenant, target and purpose. */
@Component
class OpenVerification {

    private final VerificationStore store;
    private final RunningVerifications running;
    private final Entries entries;
    private final Announcer announcer;
    private final FirstCode firstCode;
    private final SecureRandom random = new SecureRandom();

    OpenVerification(
            VerificationStore store,
            RunningVerifications running,
            Entries entries,
            Announcer announcer,
            FirstCode firstCode) {
        this.store = store;
        this.running = running;
        this.entries = entries;
        this.announcer = announcer;
        this.firstCode = firstCode;
    }

    /**
     * {@link Verdict#DONE} for a new one, {@link Verdict#EXISTS} for the one that runs.
     *
     * @throws Problem through the Mono, if the person wants no messages
     */
    Mono<Transition> open(OpenRequest request, Caller caller) {
        String name = request.name();
        return running.claim(name, newId())
                .flatMap(id -> open(id, request, caller))
                .flatMap(found -> found.verdict() == Verdict.EXISTS
                                && found.state().status().isTerminal()
                        ? running.replace(name, found.state().id(), newId()).flatMap(id -> open(id, request, caller))
                        : Mono.just(found))
                .flatMap(announcer::announce);
    }

    private Mono<Transition> open(VerificationId id, OpenRequest request, Caller caller) {
        return entries.enter(id, request, caller).then(Mono.defer(() -> store.open(firstCode.of(id, request, caller))));
    }

    private VerificationId newId() {
        return VerificationId.random(random);
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

        NewVerification of(VerificationId id, OpenRequest request, Caller caller) {
            String keyId = keys.current().id();
            OneTimeCode code = codes.derive(keyId, id.value(), 1, policy.codeDigits());
            return new NewVerification(
                    id,
                    request.request(),
                    request.target(),
                    caller.account(),
                    keyId,
                    codes.digest(keyId, id.value(), code),
                    request.consent());
        }
    }
}
