package com.dmverify.api.store.queue;

import com.dmverify.api.store.Scripts;
import com.dmverify.api.verification.VerificationId;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import reactor.core.publisher.Mono;

/**
 * The orders of each account that no report came for yet, the oldest first. A hint for estimates: an order is in it or out of
 * it a moment later than the state says so, and a failure is logged once and otherwise passed over.
 */
public final class SendQueues {

    private static final Logger log = LoggerFactory.getLogger(SendQueues.class);
    private static final RedisScript<Long> JOIN = Scripts.alone("queue-join", Long.class);
    private static final RedisScript<String> LOOK = Scripts.alone("queue-look", String.class);

    /** A longer queue is seen with this many steps: the estimate is then off by one of them at most. */
    private static final int STEPS = 64;

    private final ReactiveStringRedisTemplate redis;
    private final Clock clock;
    private final Duration keep;
    private final Duration timeout;
    private final AtomicBoolean failing = new AtomicBoolean();

    /**
     * Queues in this Redis.
     *
     * @param keep no order is waited for longer than this; what is older was lost on its way out, and is dropped
     * @param timeout the longest that anybody waits for a hint
     */
    public SendQueues(ReactiveStringRedisTemplate redis, Clock clock, Duration keep, Duration timeout) {
        this.redis = redis;
        this.clock = clock;
        this.keep = keep;
        this.timeout = timeout;
    }

    /** A message of this verification was ordered; if it is there already, it goes to the end. */
    Mono<Void> join(String account, VerificationId id) {
        List<String> arguments = List.of(id.value(), String.valueOf(clock.millis()), String.valueOf(keep.toMillis()));
        return hint(redis.execute(JOIN, List.of(key(account)), arguments).next())
                .then();
    }

    /** The order is done, or nobody wants it any more. */
    Mono<Void> leave(String account, VerificationId id) {
        return hint(redis.opsForZSet().remove(key(account), id.value())).then();
    }

    /** How the queue stands, and these in it. Empty if that cannot be known. */
    public Mono<QueueSnapshot> look(String account, List<VerificationId> ids) {
        List<String> arguments = new ArrayList<>();
        arguments.add(String.valueOf(clock.millis() - keep.toMillis()));
        arguments.add(String.valueOf(STEPS));
        ids.forEach(id -> arguments.add(id.value()));
        return hint(redis.execute(LOOK, List.of(key(account)), arguments).next())
                .map(seen -> read(ids, seen));
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

    private <T> Mono<T> hint(Mono<T> call) {
        return call.timeout(timeout).doOnSuccess(done -> failing.set(false)).onErrorResume(error -> {
            if (!failing.getAndSet(true)) {
                log.atWarn().addKeyValue("cause", error.toString()).log("queue.unknown");
            }
            return Mono.empty();
        });
    }

    private static String key(String account) {
        return "verification:queue:{" + account + "}";
    }
}
