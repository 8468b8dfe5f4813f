package com.dmverify.api.limit;

import com.dmverify.api.policy.ProfileLimits;
import com.dmverify.api.redis.KeyHash;
import com.dmverify.api.store.limit.Counter;
import com.dmverify.api.store.limit.Counters;
import com.dmverify.api.store.limit.Take;
import com.dmverify.api.verification.Target;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Limits how often a tenant starts verifications of one target, and for one visitor of its platform. A start counts when it is
 * made; it is given back only if it made no verification, never on cancel, failure or expiry.
 */
public final class StartLimits {

    private final Counters counters;

    StartLimits(Counters counters) {
        this.counters = counters;
    }

    /**
     * Counts this start, all counters in one flight. An error: nothing is known of one of them, and the others were given back.
     *
     * @param limits of the tenant's profile
     * @param target of the message; null if none is sent
     * @param clientIp null if the platform does not name it
     */
    public Mono<Takes> take(String tenant, ProfileLimits limits, @Nullable Target target, @Nullable String clientIp) {
        List<Counter> all = new ArrayList<>(2);
        if (target != null) {
            all.add(new Counter(subject(tenant, target), Quotas.startsPerTarget(limits)));
        }
        if (clientIp != null) {
            all.add(new Counter(KeyHash.of("starts-client-ip", tenant, clientIp), Quotas.startsPerClientIp(limits)));
        }
        return counters.takeAll(all).map(Takes::new);
    }

    /** Whether only the message is refused: the target has had enough of them, and nothing else is against the start. */
    public boolean isMessageRefused(Takes takes) {
        return takes.isRefused() && !others(takes).isRefused();
    }

    /** What is counted when the start goes on without a message; the message is given back. */
    public Takes withoutMessage(Takes takes) {
        takes.all().stream().filter(StartLimits::isOfTarget).forEach(counters::giveBack);
        return others(takes);
    }

    private static Takes others(Takes takes) {
        return new Takes(takes.all().stream().filter(take -> !isOfTarget(take)).toList());
    }

    private static boolean isOfTarget(Take take) {
        return take.counter().quotas().stream().anyMatch(Quotas::isOfTarget);
    }

    /** Gives back a start that made no verification, and returns at once. */
    public void giveBack(Takes takes) {
        takes.all().forEach(counters::giveBack);
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
