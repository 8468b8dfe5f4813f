package com.dmverify.benchmarks.ceiling;

import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * {@code POST /check/:id}: one read, one compare-and-set script that writes the new value, an entry of the outbox and a
 * deadline, and one record in Kafka that the answer does not wait for. A value begins with its version, 8 digits.
 */
final class CheckEndpoint {

    private static final String COMMIT = """
            local version = redis.call('GETRANGE', KEYS[1], 0, 7)
            if version ~= ARGV[1] and version ~= '' then return 'conflict' end
            redis.call('SET', KEYS[1], ARGV[2], 'PX', 604800000)
            redis.call('HSET', KEYS[2], ARGV[3], ARGV[4])
            redis.call('ZADD', KEYS[3], ARGV[5], ARGV[6])
            return 'done'
            """;

    private static final int VERSION = 8;
    private static final int SHARDS = 64;
    private static final String FIRST = "10000000";
    private static final String REST = Size.text(Size.VALUE - VERSION);
    private static final String ENTRY = Size.text(Size.OUTBOX_ENTRY);

    private final Redis redis;
    private final Redis.Script commit;
    private final Records records;

    CheckEndpoint(Redis redis, Records records) {
        this.redis = redis;
        this.records = records;
        commit = redis.script(COMMIT);
        records.prepare(CeilingTopics.EVENTS);
    }

    Mono<ServerResponse> handle(ServerRequest request) {
        String id = request.pathVariable("id");
        return request.bodyToMono(String.class)
                .flatMap(_ -> redis.commands().get("ceiling:checked:" + id).defaultIfEmpty(FIRST))
                .flatMap(value -> commit(id, value.substring(0, VERSION)))
                .flatMap(done -> done.equals("done") ? answer(id) : Answer.of(HttpStatus.SERVICE_UNAVAILABLE, "{}"));
    }

    private Mono<String> commit(String id, String version) {
        int shard = Math.floorMod(id.hashCode(), SHARDS);
        String next = String.valueOf(Integer.parseInt(version) + 1);
        String[] keys = {"ceiling:checked:" + id, "ceiling:outbox:" + shard, "ceiling:deadlines:" + shard};
        String deadline = String.valueOf(System.currentTimeMillis());
        return commit.run(keys, version, next + REST, id + "." + next, ENTRY, deadline, id);
    }

    private Mono<ServerResponse> answer(String id) {
        records.send(CeilingTopics.EVENTS, id, Size.EVENT);
        return Answer.ok("{\"result\":\"incorrect\",\"status\":\"pending\"}");
    }
}
