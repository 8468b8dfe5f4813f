package com.dmverify.api.store.queue;

import com.dmverify.api.verification.VerificationId;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import reactor.core.publisher.Mono;

/**
 * The orders of each account that no report came for yet, the oldest first. A hint for estimates: an order is in it or out of
 * it a moment later than the state says so, and a failure is logged once and otherwise passed over.
 */
public final class SendingQueues {

    private static final Logger log = LoggerFactory.getLogger(SendingQueues.class);
    private static final RedisScript<Long> JOIN = script("queue-join", Long.class);
    private static final RedisScript<String> PLACES = script("queue-places", String.class);

    private final ReactiveStringRedisTemplate redis;
    private final Clock clock;
    private final Duration keep;
    private final Duration patience;
    private final AtomicBoolean failing = new AtomicBoolean();

    /**
     * Queues in this Redis.
     *
     * @param keep no order is waited for longer than this; what is older was lost on its way out, and is dropped
     * @param patience the longest that anybody waits for a hint
     */
    public SendingQueues(ReactiveStringRedisTemplate redis, Clock clock, Duration keep, Duration patience) {
        this.redis = redis;
        this.clock = clock;
        this.keep = keep;
        this.patience = patience;
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

    /** How many orders are before each of these; what is not in the queue is left out. Empty if that cannot be known. */
    public Mono<Map<VerificationId, Long>> places(String account, List<VerificationId> ids) {
        List<String> arguments = new ArrayList<>();
        arguments.add(String.valueOf(clock.millis() - keep.toMillis()));
        ids.forEach(id -> arguments.add(id.value()));
        return hint(redis.execute(PLACES, List.of(key(account)), arguments).next())
                .map(places -> read(ids, places));
    }

    private static Map<VerificationId, Long> read(List<VerificationId> ids, String places) {
        List<String> ranks = List.of(places.split(" ", -1));
        Map<VerificationId, Long> byId = new HashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            if (!ranks.get(i).equals("-")) {
                byId.put(ids.get(i), Long.valueOf(ranks.get(i)));
            }
        }
        return byId;
    }

    private <T> Mono<T> hint(Mono<T> call) {
        return call.timeout(patience).doOnSuccess(done -> failing.set(false)).onErrorResume(error -> {
            if (!failing.getAndSet(true)) {
                log.atWarn().addKeyValue("cause", error.toString()).log("queue.unknown");
            }
            return Mono.empty();
        });
    }

    private static String key(String account) {
        return "verification:queue:{" + account + "}";
    }

    private static <T> RedisScript<T> script(String name, Class<T> answer) {
        return RedisScript.of(new ClassPathResource("lua/" + name + ".lua"), answer);
    }
}
