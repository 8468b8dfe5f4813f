package com.dmverify.api.limit;

import com.dmverify.api.redis.KeyHash;
import com.dmverify.api.store.limit.Counters;
import com.dmverify.api.store.limit.Take;
import com.dmverify.api.verification.Target;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Limits how often a tenant starts verifications of one target. A start counts when it is made; it is given back only if it
 * made no verification, never on cancel, failure or expiry.
 */
@Component
@EnableConfigurationProperties(LimitProperties.class)
public class StartLimits {

    private final Counters counters;
    private final LimitProperties limits;

    StartLimits(Counters counters, LimitProperties limits) {
        this.counters = counters;
        this.limits = limits;
    }

    /**
     * Counts this start, or says which limit is reached. An error: nothing is known of it.
     *
     * @param use the name of this start: a request that is repeated while it runs has one
     */
    public Mono<Take> take(String tenant, Target target, String use) {
        return counters.take(subject(tenant, target), use, limits.starts());
    }

    /** Gives back a start that made no verification. A failure is ignored: it counts one too many. */
    public Mono<Void> giveBack(String tenant, Target target, String use) {
        return limits.starts().isEmpty()
                ? Mono.empty()
                : counters.giveBack(subject(tenant, target), use).onErrorComplete();
    }

    private static String subject(String tenant, Target target) {
        return KeyHash.of(
                "starts",
                tenant,
                target.userId() == null ? null : target.userId().value(),
                target.userId() != null || target.handle() == null
                        ? null
                        : target.handle().canonical());
    }
}
