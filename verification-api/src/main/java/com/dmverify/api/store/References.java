package com.dmverify.api.store;

import com.dmverify.api.verification.VerificationId;
import java.time.Duration;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The verifications under a platform's own reference. Written before the verification, so that none is missing. */
public final class References {

    private final IdSets sets;

    References(ReactiveStringRedisTemplate redis, Duration keep) {
        this.sets = new IdSets(redis, keep);
    }

    /** Remembers that this verification has this reference. */
    public Mono<Void> add(String tenant, String reference, VerificationId id) {
        return sets.add(key(tenant, reference), id);
    }

    /** The verifications that may have this reference; some may be gone, or have another by now. */
    public Flux<VerificationId> with(String tenant, String reference) {
        return sets.members(key(tenant, reference));
    }

    private static String key(String tenant, String reference) {
        return "verification-references:{" + tenant + ":" + reference + "}";
    }
}
