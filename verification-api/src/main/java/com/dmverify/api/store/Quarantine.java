package com.dmverify.api.store;

import com.dmverify.api.verification.VerificationId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Damaged verifications that were put aside: in the hash {@code verification:{shard}:quarantine}, by id. */
public final class Quarantine {

    /** A damaged verification is kept until an operator has looked at it: each look keeps it for longer. */
    private static final Duration KEPT_FOR = Duration.ofDays(30);

    private static final int LONGEST_CAUSE = 300;
    private static final RedisScript<Long> PUT_ASIDE = Scripts.alone("put-aside", Long.class);

    private final ReactiveStringRedisTemplate redis;
    private final Clock clock;

    Quarantine(ReactiveStringRedisTemplate redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /** Puts it aside, for the first time or again. Returns for how long. */
    public Mono<Duration> putAside(VerificationId id, String cause) {
        return redis.execute(
                        PUT_ASIDE,
                        List.of(
                                Shards.verification(id),
                                Shards.deadlines(Shards.of(id)),
                                Shards.quarantine(Shards.of(id))),
                        List.of(
                                id.value(),
                                String.valueOf(clock.millis()),
                                cause.substring(0, Math.min(cause.length(), LONGEST_CAUSE)),
                                String.valueOf(KEPT_FOR.toMillis())))
                .next()
                .map(Duration::ofMinutes);
    }

    /** All that are aside. */
    public Flux<VerificationId> all() {
        return Flux.fromStream(() -> Shards.all().boxed())
                .concatMap(shard -> redis.opsForHash().keys(Shards.quarantine(shard)))
                .map(id -> new VerificationId(String.valueOf(id)));
    }

    /** It is well again, or gone. */
    public Mono<Void> release(VerificationId id) {
        return redis.opsForHash()
                .remove(Shards.quarantine(Shards.of(id)), id.value())
                .then();
    }
}
