package com.dmverify.api.store;

import com.dmverify.api.verification.VerificationId;
import java.time.Duration;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The verifications under a platform's own reference. Written before the verification, so that none is missing. */
public final class References {

    private final ReactiveStringRedisTemplate redis;
    private final Duration keep;

    References(ReactiveStringRedisTemplate redis, Duration keep) {
        this.redis = redis;
        this.keep = keep;
    }

    /** Remembers that this verification has this reference. */
    public Mono<Void> add(String tenant, String reference, VerificationId id) {
        String key = key(tenant, reference);
        return redis.opsForSet()
                .add(key, id.value())
                .then(redis.expire(key, keep))
                .then();
    }

    /** The verifications with this reference; some may be gone by now. */
    public Flux<VerificationId> with(String tenant, String reference) {
        return redis.opsForSet().members(key(tenant, reference)).map(VerificationId::new);
    }

    private static String key(String tenant, String reference) {
        return "verification-references:{" + tenant + ":" + reference + "}";
    }
}
