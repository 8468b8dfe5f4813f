package com.dmverify.api.request;

import com.dmverify.api.code.Codes;
import com.dmverify.api.limit.Limited;
import com.dmverify.api.limit.StartLimits;
import com.dmverify.api.optout.OptOutGuard;
import com.dmverify.api.problem.Problem;
import com.dmverify.api.problem.ProblemType;
import com.dmverify.api.problem.Unknown;
import com.dmverify.api.store.CreateResult;
import com.dmverify.api.store.CreateResult.Created;
import com.dmverify.api.store.CreateResult.Gone;
import com.dmverify.api.store.CreateResult.OtherRequest;
import com.dmverify.api.store.CreateResult.OutboxFull;
import com.dmverify.api.store.CreateResult.Repeated;
import com.dmverify.api.store.CreateResult.UsedKey;
import com.dmverify.api.store.Moments;
import com.dmverify.api.store.RequestKey;
import com.dmverify.api.store.VerificationStore;
import com.dmverify.api.store.limit.Take;
import com.dmverify.api.tenant.Caller;
import com.dmverify.api.verification.Change;
import com.dmverify.api.verification.NewVerification;
import com.dmverify.api.verification.Verification;
import com.dmverify.api.verification.VerificationId;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Begins a verification, or finds the one that the same request with the same idempotency key began. The key is written with
 * the verification; before that, only a use of the limits is taken, and given back if surely no verification was made.
 *
 * <p>Limits and opt-outs bar messages. A verification with a challenge begins without one where they do.
 *
 * <p>What is sent to Redis travels in two flights: first limits, key and opt-out, then the indexes and the commit.
 */
@Component
public class StartVerification {

    private static final Duration KAFKA_BACK_SOON = Duration.ofSeconds(10);

    /** Nothing is sent to the target, so that a stranger who starts for it cannot lock its owner out. */
    private static final Take NOT_LIMITED = new Take(Take.Outcome.HELD, List.of());

    private final VerificationStore store;
    private final Moments moments;
    private final StartLimits limits;
    private final OptOutGuard optOuts;
    private final VerificationIndexes indexes;
    private final Codes codes;
    private final SecureRandom random = new SecureRandom();

    StartVerification(
            VerificationStore store,
            Moments moments,
            StartLimits limits,
            OptOutGuard optOuts,
            VerificationIndexes indexes,
            Codes codes) {
        this.store = store;
        this.moments = moments;
        this.limits = limits;
        this.optOuts = optOuts;
        this.indexes = indexes;
        this.codes = codes;
    }

    /**
     * What came of a start.
     *
     * @param isNew false if the same request had begun it before
     * @param limits how the limits stand; without uses where nothing was counted
     */
    public record Started(Verification verification, boolean isNew, Take limits) {}

    /** What is looked at beside the limits: what the key stands for, and whether the person opted out. */
    private record Seen(Optional<UsedKey> before, boolean optedOut) {}

    /**
     * The verification.
     *
     * @throws Problem through the Mono, if the key belongs to another request, the person wants no messages, or a limit is
     *     reached
     */
    public Mono<Started> start(StartRequest request, Caller caller, @Nullable RequestKey key) {
        VerificationId id = key == null ? VerificationId.random(random) : key.newId(random);
        NewVerification fresh =
                new NewVerification(id, request.request(), request.target(), caller.account(), codes.currentKeyId());
        String use = key == null ? id.value() : key.name();
        Mono<Void> giveBack = limits.giveBack(caller.tenant(), request.target(), use);
        return Mono.zip(
                        fresh.isSent() ? limits.take(caller.tenant(), request.target(), use) : Mono.just(NOT_LIMITED),
                        seen(fresh, key).materialize())
                .flatMap(both -> {
                    Take take = both.getT1();
                    Mono<Void> undo = take.outcome() == Take.Outcome.TAKEN ? giveBack : Mono.empty();
                    return Mono.just(both.getT2())
                            .<Seen>dematerialize()
                            .onErrorResume(error -> undo.then(Mono.error(error)))
                            .flatMap(seen -> begin(fresh, key, seen, take, undo));
                })
                .map(started -> theirs(started, caller));
    }

    private Mono<Started> begin(
            NewVerification fresh, @Nullable RequestKey key, Seen seen, Take take, Mono<Void> undo) {
        if (seen.before().isPresent()) {
            return undo.then(started(seen.before().get(), take));
        }
        if (fresh.isSent()
                && (seen.optedOut() || !take.isCounted())
                && fresh.request().mode().hasChallenge()) {
            return undo.then(begin(fresh.withoutMessage(), key, seen, take, Mono.empty()));
        }
        if (fresh.isSent() && seen.optedOut()) {
            return undo.then(Mono.error(() -> OptOutGuard.refused(fresh.account())));
        }
        return take.isCounted() || !fresh.isSent()
                ? create(fresh, key)
                        .flatMap(made ->
                                (made instanceof OutboxFull ? undo : Mono.<Void>empty()).then(started(made, take)))
                : look(key).switchIfEmpty(Mono.error(() -> Limited.by(take))).flatMap(before -> started(before, take));
    }

    private Mono<CreateResult> create(NewVerification fresh, @Nullable RequestKey key) {
        return Mono.deferContextual(context -> {
            Change<Verification> opened = Verification.open(fresh, moments.now(context));
            return Mono.zip(indexes.enter(opened.after()).thenReturn(true), store.create(opened, key))
                    .map(both -> both.getT2());
        });
    }

    private Mono<Seen> seen(NewVerification fresh, @Nullable RequestKey key) {
        return Mono.zip(
                look(key).map(Optional::of).defaultIfEmpty(Optional.empty()),
                fresh.isSent() ? optOuts.isOptedOut(fresh.account(), fresh.target()) : Mono.just(false),
                Seen::new);
    }

    private Mono<UsedKey> look(@Nullable RequestKey key) {
        return key == null ? Mono.empty() : store.look(key);
    }

    private Mono<Started> started(CreateResult result, Take take) {
        return switch (result) {
            case Created(Verification verification) -> Mono.just(new Started(verification, true, take));
            // The first request may have been cut off between the commit and the indexes.
            case Repeated(Verification verification) ->
                indexes.enter(verification).thenReturn(new Started(verification, false, take));
            case Gone _ -> Mono.error(Unknown::verification);
            case OtherRequest _ ->
                Mono.error(() -> Problem.of(
                        ProblemType.IDEMPOTENCY_CONFLICT,
                        "This Idempotency-Key came with another request before. Use a new key for a new request."));
            case OutboxFull _ ->
                Mono.error(() -> Problem.of(
                        ProblemType.UNAVAILABLE,
                        "Too many events wait for Kafka. Nothing was begun; try again.",
                        KAFKA_BACK_SOON));
        };
    }

    private static Started theirs(Started started, Caller caller) {
        if (!started.verification().belongsTo(caller.tenant())) {
            throw Unknown.verification();
        }
        return started;
    }
}
