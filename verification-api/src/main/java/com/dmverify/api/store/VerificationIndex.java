package com.dmverify.api.store;

import com.dmverify.api.redis.KeyHash;
import com.dmverify.api.redis.Redis;
import com.dmverify.api.verification.Handle;
import com.dmverify.api.verification.Target;
import com.dmverify.api.verification.UserId;
import com.dmverify.api.verification.Verification;
import com.dmverify.api.verification.VerificationId;
import com.dmverify.redis.LuaScript;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The newest verifications of a tenant under a reference and about a target, as far as the target is known. */
public final class VerificationIndex {

    /** As many as one page shows at most. */
    public static final int MOST = 100;

    /** As many as a list keeps: platforms use constants as reference, and then a list must not grow without end. */
    private static final int KEPT = 10_000;

    /** An erase has to find all verifications of a person: no number of them is too many. */
    private static final int ALL = Integer.MAX_VALUE;

    private static final LuaScript ADD = LuaScript.load(VerificationIndex.class, "newest-add");
    private static final LuaScript PAGE = LuaScript.load(VerificationIndex.class, "index-page");

    private final Redis redis;
    private final Clock clock;
    private final Duration keep;

    VerificationIndex(Redis redis, Clock clock, Duration keep) {
        this.redis = redis;
        this.clock = clock;
        this.keep = keep;
    }

    /** Enters a verification wherever it is to be found, once or again. */
    public Mono<Void> add(Verification verification) {
        UserId userId = verification.target().userId();
        Mono<Void> listed = Flux.fromIterable(labels(verification))
                .flatMap(key -> add(key, verification, KEPT))
                .then();
        return userId == null
                ? listed
                : Mono.when(listed, add(personKey(verification.request().owner(), userId), verification, ALL));
    }

    private Mono<Long> add(String key, Verification verification, int most) {
        return redis.run(ADD, ScriptOutputType.INTEGER, List.of(key), arguments(verification, most));
    }

    /** All about this person that are kept, the oldest first. */
    public Flux<VerificationId> ofPerson(String tenant, UserId person) {
        return ids(commands -> commands.zrange(Redis.bytes(personKey(tenant, person)), 0, -1));
    }

    /** It is no longer found by its reference and its handle. */
    public Mono<Void> forgetLabels(Verification verification) {
        return Flux.fromIterable(labels(verification))
                .flatMap(key -> forget(key, verification.id()))
                .then();
    }

    /** It is no longer found by the person whom it was about. */
    public Mono<Void> forgetPerson(String tenant, UserId person, VerificationId id) {
        return forget(personKey(tenant, person), id);
    }

    private Mono<Void> forget(String key, VerificationId id) {
        return redis.<Long>send(commands -> commands.zrem(Redis.bytes(key), Redis.bytes(id.value())))
                .then();
    }

    /**
     * Those with this reference, the newest first.
     *
     * @param after the last one that the caller has; null to begin
     */
    public Flux<IndexEntry> withReference(String tenant, String reference, @Nullable IndexEntry after, int most) {
        return page(referenceKey(tenant, reference), after, most);
    }

    /** Those about this target, likewise. */
    public Flux<IndexEntry> withTarget(String tenant, Target target, @Nullable IndexEntry after, int most) {
        UserId userId = target.userId();
        Handle handle = target.handle();
        return userId != null
                ? page(personKey(tenant, userId), after, most)
                : Flux.fromIterable(handle == null ? List.<Handle>of() : List.of(handle))
                        .flatMap(name -> page(key("handle", tenant, name.canonical()), after, most));
    }

    private Flux<IndexEntry> page(String key, @Nullable IndexEntry after, int most) {
        return redis.<List<byte[]>>run(
                        PAGE,
                        ScriptOutputType.MULTI,
                        List.of(key),
                        Redis.bytes(after == null ? "" : after.id().value()),
                        Redis.bytes(after == null ? 0 : after.createdAt()),
                        Redis.bytes(most))
                .flatMapIterable(VerificationIndex::entries);
    }

    private static List<IndexEntry> entries(List<byte[]> answer) {
        List<IndexEntry> entries = new ArrayList<>();
        for (int i = 0; i + 1 < answer.size(); i += 2) {
            String id = Redis.text(answer.get(i));
            if (VerificationId.isId(id)) {
                entries.add(new IndexEntry(new VerificationId(id), Long.parseLong(Redis.text(answer.get(i + 1)))));
            }
        }
        return entries;
    }

    private Flux<VerificationId> ids(
            Function<RedisClusterAsyncCommands<byte[], byte[]>, CompletionStage<List<byte[]>>> command) {
        return redis.send(command)
                .flatMapIterable(ids -> ids)
                .map(Redis::text)
                .filter(VerificationId::isId)
                .map(VerificationId::new);
    }

    private byte[][] arguments(Verification verification, int most) {
        return new byte[][] {
            Redis.bytes(verification.id().value()),
            Redis.bytes(verification.createdAt().toEpochMilli()),
            Redis.bytes(most),
            Redis.bytes(clock.millis() - keep.toMillis()),
            Redis.bytes(keep.toMillis())
        };
    }

    /** What the platform finds it by, besides the person. */
    private static List<String> labels(Verification verification) {
        String tenant = verification.request().owner();
        String reference = verification.request().reference();
        Handle handle = verification.target().handle();
        List<String> keys = new ArrayList<>();
        if (reference != null) {
            keys.add(referenceKey(tenant, reference));
        }
        if (handle != null) {
            keys.add(key("handle", tenant, handle.canonical()));
        }
        return keys;
    }

    private static String personKey(String tenant, UserId person) {
        return key("user-id", tenant, person.value());
    }

    private static String referenceKey(String tenant, String reference) {
        return key("reference", tenant, reference);
    }

    private static String key(String kind, String tenant, String value) {
        return "verification-index:{" + KeyHash.of(kind, tenant, value) + "}";
    }
}
