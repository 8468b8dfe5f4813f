package com.dmverify.api.request;

import static com.dmverify.api.store.VerificationStore.ifOf;

import com.dmverify.api.code.Codes;
import com.dmverify.api.optout.OptOutGuard;
import com.dmverify.api.problem.Endings;
import com.dmverify.api.problem.Problem;
import com.dmverify.api.problem.ProblemType;
import com.dmverify.api.problem.Unknown;
import com.dmverify.api.store.Moments;
import com.dmverify.api.store.RequestKey;
import com.dmverify.api.store.VerificationStore;
import com.dmverify.api.switches.SwitchGuard;
import com.dmverify.api.verification.ResendResult;
import com.dmverify.api.verification.Verification;
import com.dmverify.api.verification.VerificationId;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Sends the message again because the user asked: the same code, or a new one when the old has little life left. */
@Component
public class ResendCode {

    private static final Duration MESSAGE_UNDER_WAY = Duration.ofSeconds(5);

    private final VerificationStore store;
    private final Moments moments;
    private final OptOutGuard optOuts;
    private final Codes codes;
    private final SwitchGuard switches;
    private final Clock clock;

    ResendCode(
            VerificationStore store,
            Moments moments,
            OptOutGuard optOuts,
            Codes codes,
            SwitchGuard switches,
            Clock clock) {
        this.store = store;
        this.moments = moments;
        this.optOuts = optOuts;
        this.codes = codes;
        this.switches = switches;
        this.clock = clock;
    }

    /**
     * The verification, queued again, also if the same request with the same key had it queued before.
     *
     * @throws Problem through the Mono, if it may not be sent again (now)
     */
    public Mono<Verification> resend(VerificationId id, String tenant, @Nullable RequestKey key) {
        return store.find(id)
                .filter(seen -> seen.belongsTo(tenant))
                .flatMap(seen -> isServed(key).flatMap(served -> served ? Mono.just(seen) : resend(seen, tenant, key)))
                .switchIfEmpty(Mono.error(Unknown::verification));
    }

    private Mono<Boolean> isServed(@Nullable RequestKey key) {
        return key == null ? Mono.just(false) : store.look(key).hasElement();
    }

    private Mono<Verification> resend(Verification seen, String tenant, @Nullable RequestKey key) {
        Optional<Problem> stopped = switches.refusal(tenant, seen.target());
        if (stopped.isPresent()) {
            return Mono.error(stopped.get());
        }
        return optOuts.isOptedOut(seen.delivery().account(), seen.target())
                .flatMap(optedOut -> Mono.deferContextual(context -> store.updateOnce(
                        seen.id(),
                        key,
                        ifOf(
                                tenant,
                                verification -> verification.resend(
                                        optedOut,
                                        codes.currentKeyId(),
                                        codes.isUsable(verification.code().keyId()),
                                        moments.now(context))),
                        repeated -> Optional.of(new ResendResult.Queued(repeated)))))
                .flatMap(Mono::justOrEmpty)
                .map(this::queued);
    }

    private Verification queued(ResendResult result) {
        return switch (result) {
            case ResendResult.Queued(Verification verification) -> verification;
            case ResendResult.OptedOut(Verification verification) ->
                throw OptOutGuard.refused(verification.delivery().account());
            case ResendResult.Ended(Verification verification) -> throw Endings.of(verification);
            case ResendResult.WrongMode _ ->
                throw Problem.of(
                        ProblemType.WRONG_MODE,
                        "This verification sends no message: the person sends its challenge. See challenge.");
            case ResendResult.NoSendsLeft _ ->
                throw Problem.of(
                        ProblemType.NO_SENDS_LEFT, "No messages are left. Wait for the last one, or start anew.");
            case ResendResult.NotSentYet _ ->
                throw Problem.of(
                        ProblemType.NOT_SENT_YET,
                        "A message is on its way. Ask again when it was sent.",
                        MESSAGE_UNDER_WAY);
            case ResendResult.CoolDown(var until) ->
                throw Problem.of(
                        ProblemType.COOL_DOWN,
                        "Wait before you ask for another message.",
                        Duration.between(clock.instant(), until));
        };
    }
}
