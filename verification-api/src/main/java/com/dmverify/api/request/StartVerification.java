package com.dmverify.api.request;

import com.dmverify.api.code.Codes;
import com.dmverify.api.eta.SharedAccountLimit;
import com.dmverify.api.limit.StartLimits;
import com.dmverify.api.limit.Takes;
import com.dmverify.api.optout.OptOutGuard;
import com.dmverify.api.policy.Policy;
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
import com.dmverify.api.switches.SwitchGuard;
import com.dmverify.api.tenant.Caller;
import com.dmverify.api.verification.Change;
import com.dmverify.api.verification.NewVerification;
import com.dmverify.api.verification.SendingAccount;
import com.dmverify.api.verification.Target;
import com.dmverify.api.verification.TestTarget;
import com.dmverify.api.verification.Verification;
import com.dmverify.api.verification.VerificationId;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;

/**
 * Begins a verification, or finds the one that the same request with the same idempotency key began. The key is written with
 * the verification; before that, only a use of each limit is taken, and given back if surely no verification was made.
 *
 * <p>Limits and opt-outs bar messages. A verification with a challenge begins without one where they do.
 *
 * <p>What is sent to Redis travels in two flights: first limits, key and opt-out, then the indexes and the commit.
 */
@Component
public class StartVerification {

    private static final Duration KAFKA_BACK_SOON = Duration.ofSeconds(10);

    private final VerificationStore store;
    private final Moments moments;
    private final StartLimits limits;
    private final OptOutGuard optOuts;
    private final VerificationIndexes indexes;
    private final Codes codes;
    private final SwitchGuard switches;
    private final SharedAccountLimit accounts;
    private final SecureRandom random = new SecureRandom();

    StartVerification(
            VerificationStore store,
            Moments moments,
            StartLimits limits,
            OptOutGuard optOuts,
            VerificationIndexes indexes,
            Codes codes,
            SwitchGuard switches,
            SharedAccountLimit accounts) {
        this.store = store;
        this.moments = moments;
        this.limits = limits;
        this.optOuts = optOuts;
        this.indexes = indexes;
        this.codes = codes;
        this.switches = switches;
        this.accounts = accounts;
    }

    /**
     * What came of a start.
     *
     * @param isNew false if the same request had begun it before
     * @param limits how the limits stand
     */
    public record Started(Verification verification, boolean isNew, Takes limits) {}

    /**
     * What is looked at beside the limits.
     *
     * @param before what the key stands for
     * @param optedOut whether the person opted out
     * @param accountFull the problem of a message for which the account has no place in its queue
     */
    private record Seen(Optional<UsedKey> before, boolean optedOut, Optional<Problem> accountFull) {

        boolean barsMessage() {
            return optedOut || accountFull.isPresent();
        }
    }

    /**
     * The verification.
     *
     * @throws Problem through the Mono, if an operator stopped the tenant or the target, the key belongs to another request, the person wants no messages, or a limit is
     *     reached
     */
    public Mono<Started> start(StartRequest request, Caller caller, @Nullable RequestKey key) {
        Optional<Problem> stopped = switches.refusal(caller.tenant(), request.target());
        if (stopped.isPresent()) {
            return Mono.error(stopped.get());
        }
        VerificationId id = key == null ? VerificationId.random(random) : key.newId(random);
        Optional<TestTarget> test = caller.isTest() ? TestTarget.of(request.target()) : Optional.empty();
        Target target = test.map(TestTarget::target).orElse(request.target());
        NewVerification fresh =
                new NewVerification(id, request.request(), target, caller.account(), codes.currentKeyId());
        return Mono.zip(
                        taken(fresh, request, caller),
                        seen(fresh, key, caller.policy().numbers()).materialize())
                .flatMap(both -> begin(fresh, key, caller.policy().numbers(), both.getT2(), both.getT1()))
                .map(started -> theirs(started, caller));
    }

    /** A test bothers no person and costs no message, so that nothing of it is counted. */
    private Mono<Takes> taken(NewVerification fresh, StartRequest request, Caller caller) {
        return caller.isTest()
                ? Mono.just(new Takes(List.of()))
                : limits.take(
                        caller.tenant(),
                        caller.policy().limits(),
                        fresh.isSent() ? request.target() : null,
                        request.clientIp());
    }

    private Mono<Started> begin(
            NewVerification fresh, @Nullable RequestKey key, Policy numbers, Signal<Seen> signal, Takes takes) {
        Seen seen = signal.get();
        if (seen == null) {
            limits.giveBack(takes);
            return Mono.error(Objects.requireNonNull(signal.getThrowable()));
        }
        if (seen.before().isPresent()) {
            return started(seen.before().get(), takes);
        }
        boolean hasChallenge = fresh.request().mode().hasChallenge();
        if (fresh.isSent() && hasChallenge && (seen.barsMessage() || limits.isMessageRefused(takes))) {
            return begin(fresh.withoutMessage(), key, numbers, signal, limits.withoutMessage(takes));
        }
        if (fresh.isSent() && seen.optedOut()) {
            limits.giveBack(takes);
            return Mono.error(OptOutGuard.refused(fresh.account()));
        }
        if (takes.isRefused()) {
            limits.giveBack(takes);
            return look(key).switchIfEmpty(Mono.error(takes::refusal)).flatMap(before -> repeated(before, takes));
        }
        if (fresh.isSent() && seen.accountFull().isPresent()) {
            limits.giveBack(takes);
            return look(key)
                    .switchIfEmpty(Mono.error(() -> seen.accountFull().get()))
                    .flatMap(before -> repeated(before, takes.givenBack()));
        }
        return create(fresh, key, numbers).flatMap(made -> started(made, takes));
    }

    private Mono<CreateResult> create(NewVerification fresh, @Nullable RequestKey key, Policy numbers) {
        return Mono.deferContextual(context -> {
            Change<Verification> opened = Verification.open(fresh, moments.now(context, numbers));
            return Mono.zip(indexes.enter(opened.after()).thenReturn(true), store.create(opened, key))
                    .map(both -> both.getT2());
        });
    }

    private Mono<Seen> seen(NewVerification fresh, @Nullable RequestKey key, Policy numbers) {
        Mono<Optional<UsedKey>> before = look(key).map(Optional::of).defaultIfEmpty(Optional.empty());
        if (!fresh.isSent() || fresh.request().isTest()) {
            return before.map(used -> new Seen(used, false, Optional.empty()));
        }
        SendingAccount account = fresh.account();
        return Mono.zip(
                        before,
                        optOuts.isOptedOut(account, fresh.target()),
                        accounts.refusal(account.name(), fresh.request().tenant(), numbers.sendWithin())
                                .map(Optional::of)
                                .defaultIfEmpty(Optional.empty()))
                .map(all -> new Seen(all.getT1(), all.getT2(), all.getT3()));
    }

    private Mono<UsedKey> look(@Nullable RequestKey key) {
        return key == null ? Mono.empty() : store.look(key);
    }

    private Mono<Started> started(CreateResult result, Takes takes) {
        return switch (result) {
            case Created(Verification verification) -> Mono.just(new Started(verification, true, takes));
            case UsedKey used -> {
                limits.giveBack(takes);
                yield repeated(used, takes.givenBack());
            }
            case OutboxFull _ -> {
                limits.giveBack(takes);
                yield Mono.error(Problem.of(
                        ProblemType.UNAVAILABLE,
                        "Too many events wait for Kafka. Nothing was begun; try again.",
                        KAFKA_BACK_SOON));
            }
        };
    }

    private Mono<Started> repeated(UsedKey used, Takes takes) {
        return switch (used) {
            // The first request may have been cut off between the commit and the indexes.
            case Repeated(Verification verification) ->
                indexes.enter(verification).thenReturn(new Started(verification, false, takes));
            case Gone _ -> Mono.error(Unknown.verification());
            case OtherRequest _ ->
                Mono.error(Problem.of(
                        ProblemType.IDEMPOTENCY_CONFLICT,
                        "This Idempotency-Key came with another request before. Use a new key for a new request."));
        };
    }

    private static Started theirs(Started started, Caller caller) {
        if (!started.verification().belongsTo(caller.owner())) {
            throw Unknown.verification();
        }
        return started;
    }
}
