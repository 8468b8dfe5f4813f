package com.dmverify.api.store.queue;

import com.dmverify.api.outbox.CommitObserver;
import com.dmverify.api.outbox.OutboxEntry;
import com.dmverify.api.redis.Redis;
import com.dmverify.api.verification.Change;
import com.dmverify.api.verification.Verification;
import com.dmverify.api.verification.VerificationId;
import com.dmverify.redis.LuaScript;
import io.lettuce.core.ScriptOutputType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Scanner;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * The orders of each account that no report came for yet, the oldest first. A hint for estimates: an order is in it or out of
 * it a moment later than the state says so, and a failure is logged once and otherwise passed over.
 */
public final class SendQueues implements CommitObserver {

    private static final Logger LOG = LoggerFactory.getLogger(SendQueues.class);
    private static final LuaScript LOOK = LuaScript.load(SendQueues.class, "queue-look");
    private static final LuaScript COUNT = LuaScript.load(SendQueues.class, "queue-count");

    /** A longer queue is seen with this many steps: the estimate is then off by one of them at most. */
    private static final int STEPS = 64;

    private final Redis redis;
    private final Clock clock;
    private final Duration keep;
    private final Duration timeout;
    private final Predicate<String> isShared;
    private final AtomicBoolean failing = new AtomicBoolean();

    /**
     * Queues in this Redis.
     *
     * @param isShared whether several tenants send from an account: only then their parts of its queue are kept
     * @param keep no order is waited for longer than this; what is older was lost on its way out, and is dropped
     * @param timeout the longest wait for a hint
     */
    public SendQueues(Redis redis, Clock clock, Predicate<String> isShared, Duration keep, Duration timeout) {
        this.redis = redis;
        this.isShared = isShared;
        this.clock = clock;
        this.keep = keep;
        this.timeout = timeout;
    }

    /** An order joins the queue, and leaves it when a report came or the verification ended. No caller waits for that. */
    @Override
    public void committed(Change<?> change, List<OutboxEntry> entries) {
        Verification before = change.before();
        Verification after = change.after();
        if (after.request().isTest()) {
            return;
        }
        String account = after.delivery().account().name();
        boolean ordered =
                after.delivery().order().dispatch() > before.delivery().order().dispatch();
        if (after.isQueued() && ordered) {
            join(account, after.request().tenant(), after.id()).subscribe();
        } else if (before.isQueued() && !after.isQueued()) {
            leave(account, after.request().tenant(), after.id()).subscribe();
        }
    }

    /**
     * A message of this verification was ordered; if it is there already, it goes to the end. Plain commands, because a script
     * that Redis does not know yet is sent a second time, and could then follow the leave.
     */
    Mono<Void> join(String account, String tenant, VerificationId id) {
        double now = clock.millis();
        Mono<Void> joined = joined(key(account), now, id);
        return hint(isShared.test(account) ? Mono.when(joined, joined(key(account, tenant), now, id)) : joined);
    }

    private Mono<Void> joined(String key, double now, VerificationId id) {
        byte[] queue = Redis.bytes(key);
        return Mono.when(
                redis.<Long>send(commands -> commands.zadd(queue, now, Redis.bytes(id.value()))),
                redis.<Boolean>send(commands -> commands.pexpire(queue, keep.toMillis())));
    }

    /** The order is done or withdrawn. */
    Mono<Void> leave(String account, String tenant, VerificationId id) {
        Mono<Long> left = left(key(account), id);
        return hint(isShared.test(account) ? Mono.when(left, left(key(account, tenant), id)) : left.then());
    }

    private Mono<Long> left(String key, VerificationId id) {
        return redis.send(commands -> commands.zrem(Redis.bytes(key), Redis.bytes(id.value())));
    }

    /** How many wait, and how many of them are the tenant's. Empty if that cannot be known. */
    public Mono<TenantQueue> count(String account, String tenant) {
        return hint(redis.<List<Long>>run(
                                COUNT,
                                ScriptOutputType.MULTI,
                                List.of(key(account), key(account, tenant)),
                                Redis.bytes(clock.millis() - keep.toMillis()))
                        .timeout(timeout))
                .map(counts -> new TenantQueue(counts.getFirst(), counts.getLast()));
    }

    /** How the queue stands, and these in it. Empty if that cannot be known. */
    public Mono<QueueSnapshot> look(String account, List<VerificationId> ids) {
        List<byte[]> arguments = new ArrayList<>();
        arguments.add(Redis.bytes(clock.millis() - keep.toMillis()));
        arguments.add(Redis.bytes(STEPS));
        ids.forEach(id -> arguments.add(Redis.bytes(id.value())));
        return hint(redis.<byte[]>run(
                                LOOK, ScriptOutputType.VALUE, List.of(key(account)), arguments.toArray(byte[][]::new))
                        .timeout(timeout))
                .map(seen -> read(ids, Redis.text(seen)));
    }

    private static QueueSnapshot read(List<VerificationId> ids, String seen) {
        Scanner words = new Scanner(seen);
        Map<VerificationId, Long> places = new HashMap<>();
        for (VerificationId id : ids) {
            String place = words.next();
            if (!place.equals("-")) {
                places.put(id, Long.valueOf(place));
            }
        }
        words.next(); // the mark between the two
        NavigableMap<Instant, Long> joined = new TreeMap<>();
        while (words.hasNext()) {
            long rank = words.nextLong();
            joined.put(Instant.ofEpochMilli(words.nextLong()), rank + 1);
        }
        return new QueueSnapshot(places, joined);
    }

    /** No timer here: joins and leaves are not waited for, and the driver's own time-out ends them. */
    private <T> Mono<T> hint(Mono<T> call) {
        return call.doOnSuccess(done -> failing.set(false)).onErrorResume(error -> {
            if (!failing.getAndSet(true)) {
                LOG.atWarn().addKeyValue("cause", error.toString()).log("queue.unknown");
            }
            return Mono.empty();
        });
    }

    private static String key(String account) {
        return "verification:queue:{" + account + "}";
    }

    private static String key(String account, String tenant) {
        return key(account) + ":" + tenant;
    }
}
