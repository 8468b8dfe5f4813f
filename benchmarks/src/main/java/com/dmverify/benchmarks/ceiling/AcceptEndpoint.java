package com.dmverify.benchmarks.ceiling;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * {@code POST /accept}: one use of a limit, one write to Redis, and two records in Kafka that the answer does not wait for.
 * The limit is that of verification-api: starts of one target per hour and per day, counted in one key.
 */
final class AcceptEndpoint {

    private static final String LIMITS = """
            local hour = redis.call('HINCRBY', KEYS[1], 'hour', 1)
            local day = redis.call('HINCRBY', KEYS[1], 'day', 1)
            if day == 1 then redis.call('PEXPIRE', KEYS[1], 86400000) end
            return (hour <= tonumber(ARGV[1]) and day <= tonumber(ARGV[2])) and 'taken' or 'used_up'
            """;

    /** All orders of an account go to one partition, as those of verification-api do. */
    private static final String ACCOUNT = "account";

    /** Never reached. */
    private static final String LIMIT = "1000000";

    private static final long LIFE_MILLIS = 7 * 86_400_000L;
    private static final String VALUE = Size.text(Size.VALUE);

    private final AtomicLong accepted = new AtomicLong();
    private final Redis redis;
    private final Redis.Script limits;
    private final Records records;

    AcceptEndpoint(Redis redis, Records records) {
        this.redis = redis;
        this.records = records;
        limits = redis.script(LIMITS);
        records.prepare(CeilingTopics.ORDERS);
        records.prepare(CeilingTopics.EVENTS);
    }

    Mono<ServerResponse> handle(ServerRequest request) {
        String id = String.valueOf(accepted.incrementAndGet());
        String[] target = {"ceiling:limit:" + id};
        return request.bodyToMono(String.class)
                .flatMap(_ -> limits.run(target, LIMIT, LIMIT))
                .flatMap(taken -> taken.equals("taken") ? accept(id) : Answer.of(HttpStatus.TOO_MANY_REQUESTS, "{}"));
    }

    private Mono<ServerResponse> accept(String id) {
        return redis.commands()
                .psetex("ceiling:accepted:" + id, LIFE_MILLIS, VALUE)
                .flatMap(_ -> {
                    records.send(CeilingTopics.EVENTS, id, Size.EVENT);
                    records.send(CeilingTopics.ORDERS, ACCOUNT, Size.ORDER);
                    return Answer.of(HttpStatus.ACCEPTED, "{\"id\":\"" + id + "\",\"status\":\"pending\"}");
                });
    }
}
