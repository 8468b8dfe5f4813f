package com.dmverify.api.store;

import com.dmverify.api.redis.Redis;
import com.dmverify.api.redis.Shards;
import com.dmverify.api.verification.VerificationId;
import com.dmverify.redis.LuaScript;
import io.lettuce.core.ScriptOutputType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Damaged verifications that were put aside: in the hash {@code verification:{shard}:quarantine}, by id. */
public final class Quarantine {

    private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);

    /** A damaged verification is kept until an operator has looked at it: each look keeps it for longer. */
    private static final Duration KEPT_FOR = Duration.ofDays(30);

    private static final int LONGEST_CAUSE = 300;

    private static final LuaScript PUT_ASIDE = LuaScript.load(Quarantine.class, "put-aside");

    private final Redis redis;
    private final Clock clock;

    Quarantine(Redis redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /** Puts it aside, for the first time or again. Answers for how long. */
    public Mono<Duration> putAside(VerificationId id, String cause) {
        int shard = Shards.of(id);
        return redis.<Long>run(
                        PUT_ASIDE,
                        ScriptOutputType.INTEGER,
                        List.of(Shards.verification(id), Shards.deadlines(shard), Shards.quarantine(shard)),
                        Redis.bytes(id.value()),
                        Redis.bytes(clock.millis()),
                        Redis.bytes(cause.substring(0, Math.min(cause.length(), LONGEST_CAUSE))),
                        Redis.bytes(KEPT_FOR.toMillis()))
                .map(Duration::ofMinutes);
    }

    /** All that are aside. */
    public Flux<VerificationId> all() {
        return Flux.fromStream(() -> Shards.all().boxed())
                .concatMap(shard -> redis.<List<byte[]>>send(
                                commands -> commands.hkeys(Redis.bytes(Shards.quarantine(shard))))
                        .flatMapIterable(ids -> ids)
                        .mapNotNull(id -> id(shard, Redis.text(id))));
    }

    /** It can be read again, or is gone. */
    public Mono<Void> release(VerificationId id) {
        return redis.<Long>send(commands ->
                        commands.hdel(Redis.bytes(Shards.quarantine(Shards.of(id))), Redis.bytes(id.value())))
                .then();
    }

    private static @Nullable VerificationId id(int shard, String text) {
        try {
            return new VerificationId(text);
        } catch (IllegalArgumentException e) {
            LOG.atError().addKeyValue("shard", shard).log("quarantine.entry_damaged");
            return null;
        }
    }
}
