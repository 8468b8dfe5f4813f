package com.dmverify.api.store;

import com.dmverify.api.verification.VerificationId;
import java.time.Duration;
import java.util.List;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sets of verification ids, each with an end. */
final class IdSets {

    private static final RedisScript<Long> REMEMBER = Scripts.alone("remember", Long.class);

    private final ReactiveStringRedisTemplate redis;
    private final Duration keep;

    IdSets(ReactiveStringRedisTemplate redis, Duration keep) {
        this.redis = redis;
        this.keep = keep;
    }

    Mono<Void> add(String key, VerificationId id) {
        return redis.execute(REMEMBER, List.of(key), List.of(id.value(), String.valueOf(keep.toMillis())))
                .then();
    }

    Flux<VerificationId> members(String key) {
        return redis.opsForSet().members(key).map(VerificationId::new);
    }

    Mono<Void> remove(String key, VerificationId id) {
        return redis.opsForSet().remove(key, id.value()).then();
    }
}
