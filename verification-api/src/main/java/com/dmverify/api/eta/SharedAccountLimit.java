package com.dmverify.api.eta;

import com.dmverify.api.limit.RateLimitFields;
import com.dmverify.api.problem.Problem;
import com.dmverify.api.store.limit.Quota;
import com.dmverify.api.store.limit.Usage;
import com.dmverify.api.store.queue.SendQueues;
import com.dmverify.api.store.queue.TenantQueue;
import com.dmverify.api.tenant.KnownTenants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * Keeps one tenant from using up an account that several share. What the account can send before the deadline of a message is
 * shared in equal parts; a tenant whose part is queued already starts no more messages while the queue is as long as the
 * account can send. What the others leave unused is its to use.
 *
 * <p>The queue and the rate limits are hints: without them, and for an account of one tenant, nothing is refused.
 */
public final class SharedAccountLimit {

    private static final String NAME = "account_queue";

    private final RateLimitStatuses statuses;
    private final SendQueues queues;
    private final KnownTenants tenants;
    private final Clock clock;

    SharedAccountLimit(RateLimitStatuses statuses, SendQueues queues, KnownTenants tenants, Clock clock) {
        this.statuses = statuses;
        this.queues = queues;
        this.tenants = tenants;
        this.clock = clock;
    }

    /**
     * The problem of a start that may send a message; empty if it may.
     *
     * @param sendWithin until the deadline of the message
     */
    public Mono<Problem> refusal(String account, String tenant, Duration sendWithin) {
        int sharing = tenants.sharing(account);
        Optional<AccountRateLimits> limits = sharing > 1 ? statuses.of(account) : Optional.empty();
        return limits.isEmpty()
                ? Mono.empty()
                : queues.count(account, tenant)
                        .flatMap(queue -> Mono.justOrEmpty(refusal(limits.get(), sharing, queue, sendWithin)));
    }

    private Optional<Problem> refusal(AccountRateLimits limits, int sharing, TenantQueue queue, Duration sendWithin) {
        Instant now = clock.instant();
        long sendable = limits.sendable(now, now.plus(sendWithin));
        long share = share(sendable, sharing);
        if (!isRefused(sendable, share, queue)) {
            return Optional.empty();
        }
        Duration wait = limits.untilMore(now, sendWithin);
        Usage usage = new Usage(new Quota(NAME, Math.toIntExact(share), sendWithin), now, 0, wait);
        return Optional.of(Problem.limited(
                NAME,
                "Your tenant has its share of the account's queue: what waits is as much as the account can send in time."
                        + " Wait until some of it was sent, or use mode dm_in.",
                wait,
                RateLimitFields.of(List.of(usage))));
    }

    /** An equal part, and never less than one message. */
    static long share(long sendable, int sharing) {
        return Math.clamp(sendable / sharing, 1, Integer.MAX_VALUE);
    }

    static boolean isRefused(long sendable, long share, TenantQueue queue) {
        return queue.all() >= sendable && queue.ofTenant() >= share;
    }
}
