package com.dmverify.api.store;

import com.dmverify.api.policy.Policy;
import com.dmverify.api.trace.CurrentTrace;
import com.dmverify.api.trace.Trace;
import com.dmverify.api.verification.DeliveryReport;
import com.dmverify.api.verification.OptOut;
import com.dmverify.api.verification.Verification;
import com.dmverify.api.verification.VerificationId;
import com.dmverify.api.verification.VerificationState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.connection.Limit;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The scripts' other end: puts arguments in order, reads answers. What a change means stands in the scripts. */
final class RedisVerificationStore implements VerificationStore {

    /** X's clock and ours may differ by this much. */
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(5);

    private final ReactiveStringRedisTemplate redis;
    private final StateJson json;
    private final Policy policy;
    private final Clock clock;
    private final int sweepBatch;

    RedisVerificationStore(
            ReactiveStringRedisTemplate redis, StateJson json, Policy policy, StateProperties properties, Clock clock) {
        this.redis = redis;
        this.json = json;
        this.policy = policy;
        this.clock = clock;
        this.sweepBatch = properties.sweepBatch();
    }

    @Override
    public Mono<Transition> open(NewVerification verification) {
        RequestKey key = verification.key();
        List<String> arguments = new ArrayList<>(request(key));
        arguments.add(millis(policy.sendWithin()));
        NewState.of(verification, policy, clock.instant(), json).forEach((field, value) -> {
            arguments.add(field);
            arguments.add(value);
        });
        Mono<Transition> opened = run(Scripts.OPEN, verification.id(), key, arguments);
        return key == null
                ? opened
                : opened.flatMap(done -> done.verdict() == Verdict.EXISTS && done.verification() == null
                        ? look(key)
                                .switchIfEmpty(Mono.error(() -> new IllegalStateException("a used key is not there")))
                        : Mono.just(done));
    }

    @Override
    public Mono<Transition> look(RequestKey key) {
        return redis.opsForValue()
                .get(Shards.request(key.shard(), key))
                .map(RequestEntry::read)
                .flatMap(entry -> entry.fingerprint().equals(key.fingerprint())
                        ? find(entry.id()).map(RedisVerificationStore::asBefore)
                        : Mono.just(new Transition(Verdict.CONFLICT, null, List.of())));
    }

    private static Transition asBefore(Transition found) {
        return found.verification() == null ? found : new Transition(Verdict.EXISTS, found.verification(), List.of());
    }

    @Override
    public Mono<Transition> find(VerificationId id) {
        return redis.<String, String>opsForHash()
                .entries(Shards.verification(id))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .map(fields -> fields.isEmpty()
                        ? new Transition(Verdict.NOT_FOUND, null, List.of())
                        : new Transition(Verdict.DONE, read(id, fields), List.of()));
    }

    private Verification read(VerificationId id, Map<String, String> fields) {
        if (VerificationState.isNewer(fields)) {
            throw new NewerFormatException(id);
        }
        return json.verification(fields);
    }

    @Override
    public Mono<Transition> attempt(VerificationId id, String tenant, Map<String, String> guess) {
        List<String> arguments = new ArrayList<>();
        arguments.add(tenant);
        guess.forEach((keyId, digest) -> {
            arguments.add(keyId);
            arguments.add(digest);
        });
        return run(Scripts.ATTEMPT, id, arguments);
    }

    @Override
    public Mono<Transition> settle(VerificationId id, DeliveryReport report) {
        return run(
                Scripts.SETTLE,
                id,
                List.of(
                        String.valueOf(report.dispatch()),
                        report.outcome().name().toLowerCase(Locale.ROOT),
                        text(report.reason()),
                        String.valueOf(report.settledAt().toEpochMilli()),
                        text(report.userId() == null ? null : report.userId().value()),
                        text(report.handle() == null ? null : report.handle().value()),
                        millis(policy.waitForUser()),
                        report.handleAsOf() == null
                                ? ""
                                : String.valueOf(report.handleAsOf().toEpochMilli())));
    }

    @Override
    public Mono<Transition> resume(VerificationId id, String cause, Instant actedAt) {
        return run(
                Scripts.RESUME,
                id,
                List.of(
                        cause,
                        millis(policy.sendWithin()),
                        String.valueOf(policy.resumes()),
                        String.valueOf(actedAt.toEpochMilli()),
                        millis(CLOCKS_DIFFER)));
    }

    @Override
    public Mono<Transition> refuse(VerificationId id, OptOut optOut) {
        return run(
                Scripts.REFUSE,
                id,
                List.of(optOut.kind().wire(), String.valueOf(optOut.at().toEpochMilli()), millis(CLOCKS_DIFFER)));
    }

    @Override
    public Mono<Transition> resend(VerificationId id, String tenant, ResendRequest request) {
        NextCode next = request.next();
        List<String> arguments = new ArrayList<>(request(request.key()));
        arguments.addAll(List.of(
                tenant,
                String.valueOf(request.optedOut()),
                millis(policy.sendWithin()),
                millis(policy.resendAfter()),
                millis(policy.freshCodeBelow()),
                String.valueOf(next.seenVersion()),
                next.keyId(),
                next.digest()));
        return run(Scripts.RESEND, id, request.key(), arguments);
    }

    @Override
    public Mono<Transition> cancel(VerificationId id, String tenant) {
        return run(Scripts.CANCEL, id, List.of(tenant));
    }

    @Override
    public Mono<Transition> expire(VerificationId id) {
        return run(Scripts.EXPIRE, id, List.of(id.value()));
    }

    @Override
    public Flux<VerificationId> due() {
        Range<Double> past = Range.closed(0.0, (double) clock.millis());
        return Flux.fromStream(() -> Shards.all().boxed())
                .concatMap(shard -> due(shard, past, 0))
                .map(VerificationId::new);
    }

    /** Page by page: what stays where it is, because a newer version wrote it, hides nothing behind it. */
    private Flux<String> due(int shard, Range<Double> past, int offset) {
        return redis.opsForZSet()
                .rangeByScore(
                        Shards.deadlines(shard),
                        past,
                        Limit.limit().offset(offset).count(sweepBatch))
                .collectList()
                .flatMapMany(page -> page.size() < sweepBatch
                        ? Flux.fromIterable(page)
                        : Flux.fromIterable(page).concatWith(Flux.defer(() -> due(shard, past, offset + sweepBatch))));
    }

    private Mono<Transition> run(RedisScript<String> script, VerificationId id, List<String> own) {
        return run(script, id, null, own);
    }

    private Mono<Transition> run(
            RedisScript<String> script, VerificationId id, @Nullable RequestKey key, List<String> own) {
        List<String> keys = new ArrayList<>(Shards.keys(id));
        if (key != null) {
            keys.add(Shards.request(Shards.of(id), key));
        }
        return Mono.deferContextual(context -> redis.execute(script, keys, arguments(CurrentTrace.in(context), own))
                        .next())
                .map(reply -> json.transition(reply, Shards.of(id)))
                .doOnNext(done -> {
                    if (done.verdict() == Verdict.NEWER) {
                        throw new NewerFormatException(id);
                    }
                });
    }

    /** What the scripts are told of an idempotency key: the fingerprint and the life of its entry. */
    private List<String> request(@Nullable RequestKey key) {
        return key == null ? List.of("", "0") : List.of(key.fingerprint(), millis(policy.keepRequests()));
    }

    private List<String> arguments(Optional<Trace> trace, List<String> own) {
        List<String> arguments = new ArrayList<>();
        arguments.add(String.valueOf(clock.millis()));
        arguments.add(millis(policy.keepTerminal()));
        arguments.add(millis(policy.reportGrace()));
        arguments.add(text(trace.map(Trace::parent).orElse(null)));
        arguments.add(text(trace.map(Trace::state).orElse(null)));
        arguments.addAll(own);
        return arguments;
    }

    private static String millis(Duration duration) {
        return String.valueOf(duration.toMillis());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
