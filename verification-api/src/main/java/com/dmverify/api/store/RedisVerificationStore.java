package com.dmverify.api.store;

import com.dmverify.api.redis.Redis;
import com.dmverify.api.redis.Shards;
import com.dmverify.api.store.CreateResult.Created;
import com.dmverify.api.store.CreateResult.Gone;
import com.dmverify.api.store.CreateResult.OtherRequest;
import com.dmverify.api.store.CreateResult.OutboxFull;
import com.dmverify.api.store.CreateResult.Repeated;
import com.dmverify.api.store.CreateResult.UsedKey;
import com.dmverify.api.timeline.Timeline;
import com.dmverify.api.verification.Change;
import com.dmverify.api.verification.Verification;
import com.dmverify.api.verification.VerificationId;
import com.dmverify.redis.LuaScript;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.ScriptOutputType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Verifications in Redis: each is one value, which one script compares and sets. */
final class RedisVerificationStore implements VerificationStore {

    private static final Logger LOG = LoggerFactory.getLogger(RedisVerificationStore.class);

    private static final LuaScript ERASE = LuaScript.load(RedisVerificationStore.class, "erase");

    private final Redis redis;
    private final Committer committer;
    private final StateProperties properties;
    private final Clock clock;
    private final VerificationCodec codec = new VerificationCodec();

    RedisVerificationStore(Redis redis, Committer committer, StateProperties properties, Clock clock) {
        this.redis = redis;
        this.committer = committer;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public Mono<CreateResult> create(Change<Verification> opened, @Nullable RequestKey key) {
        StoredVerification first =
                new StoredVerification(opened.after(), 1, Timeline.EMPTY.with(opened, clock.instant()), Map.of());
        return committer.commit(null, first, opened, key).flatMap(commit -> switch (commit) {
            case Commit.Committed _ -> Mono.just(new Created(opened.after()));
            case Commit.Full _ -> Mono.just(new OutboxFull());
            case Commit.Conflict _ ->
                Mono.error(new IllegalStateException(opened.after().id() + " was there already"));
            case Commit.KeyUsed(RequestEntry entry) -> used(entry, key);
        });
    }

    @Override
    public Mono<UsedKey> look(RequestKey key) {
        return redis.get(Shards.request(key.shard(), key.name())).flatMap(entry -> used(RequestEntry.read(entry), key));
    }

    private Mono<UsedKey> used(RequestEntry entry, @Nullable RequestKey key) {
        return key != null && entry.fingerprint().equals(key.fingerprint())
                ? find(entry.id()).<UsedKey>map(Repeated::new).defaultIfEmpty(new Gone())
                : Mono.just(new OtherRequest());
    }

    @Override
    public Mono<Verification> find(VerificationId id) {
        return read(id).map(StoredVerification::verification);
    }

    @Override
    public Mono<VersionedVerification> findVersioned(VerificationId id) {
        return read(id).map(stored ->
                new VersionedVerification(stored.verification(), stored.version(), stored.timeline()));
    }

    @Override
    public <R> Mono<R> update(VerificationId id, Function<Verification, Change<R>> rule) {
        return read(id).flatMap(before -> apply(before, null, rule, RedisVerificationStore::unused, 0));
    }

    @Override
    public <R> Mono<R> updateAfter(
            VerificationId id, Function<Verification, Mono<Function<Verification, Change<R>>>> preparation) {
        return read(id).flatMap(before -> preparation
                .apply(before.verification())
                .flatMap(rule -> apply(before, null, rule, RedisVerificationStore::unused, 0)));
    }

    @Override
    public <R> Mono<R> updateOnce(
            VerificationId id,
            @Nullable RequestKey key,
            Function<Verification, Change<R>> rule,
            Function<Verification, R> repeated) {
        return read(id).flatMap(before -> apply(before, key, rule, repeated, 0));
    }

    private <R> Mono<R> apply(
            StoredVerification before,
            @Nullable RequestKey key,
            Function<Verification, Change<R>> rule,
            Function<Verification, R> repeated,
            int conflicts) {
        VerificationId id = before.verification().id();
        Change<R> change = rule.apply(before.verification());
        if (change.isEmpty()) {
            return key == null
                    ? Mono.just(change.result())
                    : isUsed(key).flatMap(used -> used ? find(id).map(repeated) : Mono.just(change.result()));
        }
        StoredVerification next = new StoredVerification(
                change.after(),
                before.version() + 1,
                before.timeline().with(change, clock.instant()),
                before.unknown());
        return committer.commit(before, next, change, key).flatMap(commit -> switch (commit) {
            case Commit.Committed _ -> Mono.just(change.result());
            case Commit.KeyUsed _ -> find(id).map(repeated);
            case Commit.Conflict _ ->
                conflicts < MOST_CONFLICTS
                        ? read(id).flatMap(now -> apply(now, key, rule, repeated, conflicts + 1))
                        : Mono.error(new ConflictException(id));
            case Commit.Full _ -> Mono.error(new IllegalStateException("only a new verification can be refused"));
        });
    }

    /** No request without a key is repeated. */
    @SuppressWarnings("TypeParameterUnusedInFormals") // it never returns
    private static <R> R unused(Verification verification) {
        throw new IllegalStateException(verification.id() + " was changed without a key");
    }

    /** What changes nothing is not committed, so that the script does not look at the key. */
    private Mono<Boolean> isUsed(RequestKey key) {
        return redis.get(Shards.request(key.shard(), key.name())).hasElement();
    }

    @Override
    public Flux<VerificationId> due(int shard) {
        return redis.<List<byte[]>>send(commands -> commands.zrangebyscore(
                        Redis.bytes(Shards.deadlines(shard)),
                        Range.from(Range.Boundary.unbounded(), Range.Boundary.including(clock.millis())),
                        Limit.from(properties.sweepBatch())))
                .flatMapIterable(ids -> ids)
                .mapNotNull(id -> member(shard, Redis.text(id)));
    }

    @Override
    public Mono<Void> forgetDeadline(VerificationId id) {
        return redis.<Long>send(commands ->
                        commands.zrem(Redis.bytes(Shards.deadlines(Shards.of(id))), Redis.bytes(id.value())))
                .then();
    }

    @Override
    public Mono<Void> erase(VerificationId id) {
        int shard = Shards.of(id);
        return redis.<Long>runReplicated(
                        ERASE,
                        ScriptOutputType.INTEGER,
                        List.of(Shards.verification(id), Shards.deadlines(shard), Shards.quarantine(shard)),
                        Redis.bytes(id.value()))
                .then();
    }

    private Mono<StoredVerification> read(VerificationId id) {
        return redis.<byte[]>send(commands -> commands.get(Redis.bytes(Shards.verification(id))))
                .map(value -> codec.read(id, value));
    }

    /** What is no id is no deadline of ours: it holds up no other. */
    private static @Nullable VerificationId member(int shard, String text) {
        try {
            return new VerificationId(text);
        } catch (IllegalArgumentException e) {
            LOG.atError().addKeyValue("shard", shard).log("deadline.damaged");
            return null;
        }
    }
}
