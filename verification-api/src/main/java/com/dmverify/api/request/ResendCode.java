package com.dmverify.api.request;

import com.dmverify.api.optout.OptOutGuard;
import com.dmverify.api.outbox.OutboxRelay;
import com.dmverify.api.problem.Endings;
import com.dmverify.api.problem.Problem;
import com.dmverify.api.problem.ProblemType;
import com.dmverify.api.problem.Unknown;
import com.dmverify.api.store.NextCode;
import com.dmverify.api.store.RequestKey;
import com.dmverify.api.store.ResendRequest;
import com.dmverify.api.store.Transition;
import com.dmverify.api.store.Verdict;
import com.dmverify.api.store.VerificationStore;
import com.dmverify.api.verification.Verification;
import com.dmverify.api.verification.VerificationId;
import com.dmverify.codes.KeyRing;
import com.dmverify.codes.OneTimeCodes;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Sends the message again because the user asked: the same code, or a new one when the old is about to die. */
@Component
public class ResendCode {

    private static final Duration MESSAGE_UNDER_WAY = Duration.ofSeconds(5);

    private final VerificationStore store;
    private final OutboxRelay relay;
    private final CodeAfter codeAfter;
    private final OptOutGuard optOuts;
    private final Clock clock;

    ResendCode(VerificationStore store, OutboxRelay relay, CodeAfter codeAfter, OptOutGuard optOuts, Clock clock) {
        this.store = store;
        this.relay = relay;
        this.codeAfter = codeAfter;
        this.optOuts = optOuts;
        this.clock = clock;
    }

    /**
     * The verification, queued again, also if the same request with the same key had it queued before.
     *
     * @throws Problem through the Mono, if it may not be sent again (now)
     */
    public Mono<Verification> resend(VerificationId id, String tenant, @Nullable RequestKey key) {
        return store.find(id)
                .flatMap(seen ->
                        seen.verification() == null ? Mono.just(seen) : resend(seen.verification(), tenant, key))
                .flatMap(relay::publish)
                .flatMap(done -> done.verdict() == Verdict.STALE ? resend(id, tenant, key) : Mono.just(judge(done)));
    }

    /** Whose verification it is decides the store: who asks for another's hears nothing of opt-outs. */
    private Mono<Transition> resend(Verification seen, String tenant, @Nullable RequestKey key) {
        boolean mayBeSent =
                seen.request().tenant().equals(tenant) && !seen.status().isTerminal();
        Mono<Boolean> optedOut =
                mayBeSent ? optOuts.isOptedOut(seen.delivery().account(), seen.target()) : Mono.just(false);
        return optedOut.flatMap(
                out -> store.resend(seen.id(), tenant, new ResendRequest(codeAfter.of(seen), out, key)));
    }

    private Verification judge(Transition done) {
        return switch (done.verdict()) {
            case DONE, EXISTS -> done.state();
            case OPTED_OUT -> throw OptOutGuard.refused(done.state().delivery().account());
            case ENDED -> throw Endings.of(done.state());
            case NO_SENDS_LEFT ->
                throw Problem.of(
                        ProblemType.NO_SENDS_LEFT, "No messages are left. Wait for the last one, or start anew.");
            case NOT_SENT_YET ->
                throw Problem.of(
                        ProblemType.NOT_SENT_YET,
                        "A message is on its way. Ask again when it was sent.",
                        MESSAGE_UNDER_WAY);
            case TOO_EARLY ->
                throw Problem.of(
                        ProblemType.COOL_DOWN,
                        "Wait before you ask for another message.",
                        Duration.between(
                                clock.instant(), done.state().remaining().nextSendAt()));
            case NOT_FOUND -> throw Unknown.verification();
            default -> throw new IllegalStateException("resend answered " + done.verdict());
        };
    }

    /** The code of the next version, in case that the running one has too little life left. */
    @Component
    static class CodeAfter {

        private final KeyRing keys;
        private final OneTimeCodes codes;

        CodeAfter(KeyRing keys, OneTimeCodes codes) {
            this.keys = keys;
            this.codes = codes;
        }

        NextCode of(Verification verification) {
            String keyId = keys.current().id();
            String id = verification.id().value();
            int version = verification.code().version();
            int digits = verification.code().digits();
            return new NextCode(version, keyId, codes.digest(keyId, id, codes.derive(keyId, id, version + 1, digits)));
        }
    }
}
