package com.dmverify.api.limit;

import com.dmverify.api.store.KeyHash;
import com.dmverify.api.store.limit.Counters;
import com.dmverify.api.store.limit.Take;
import com.dmverify.api.verification.Target;
import com.dmverify.api.verification.VerificationId;
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

    /** Counts this start, or says which limit is reached. An error: nothing is known of it. */
    public Mono<Take> take(String tenant, Target target, VerificationId id) {
        return counters.take(subject(tenant, target), id.value(), limits.starts());
    }

    /** The start made no verification. A failure of this counts one too many, and is passed over. */
    public Mono<Void> giveBack(String tenant, Target target, VerificationId id) {
        return limits.starts().isEmpty()
                ? Mono.empty()
                : counters.giveBack(subject(tenant, target), id.value()).onErrorComplete();
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
