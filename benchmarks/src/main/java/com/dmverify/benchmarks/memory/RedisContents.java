package com.dmverify.benchmarks.memory;

import com.dmverify.benchmarks.machine.Wait;
import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.RedisClient;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What is in Redis, seen from outside. */
final class RedisContents implements AutoCloseable {

    private static final Duration TIME_OUT = Duration.ofSeconds(60);
    private static final int PAGE = 1000;
    private static final String USED = "used_memory:";

    private static final String WAITING = """
            local lengths = { stream = 'XLEN', hash = 'HLEN', zset = 'ZCARD', list = 'LLEN' }
            local waiting = 0
            for _, key in ipairs(redis.call('KEYS', '*outbox*')) do
              local length = lengths[redis.call('TYPE', key).ok]
              if length then waiting = waiting + redis.call(length, key) end
            end
            return waiting
            """;

    private final RedisClient client;
    private final StatefulRedisConnection<String, String> connection;

    /** Of the Redis at this port of 127.0.0.1. */
    RedisContents(int port) {
        client = RedisClient.create("redis://127.0.0.1:" + port);
        connection = client.connect();
        connection.setTimeout(TIME_OUT);
    }

    StatefulRedisConnection<String, String> connection() {
        return connection;
    }

    /** The memory that Redis has allocated: keys, values, and its own tables. */
    long bytes() {
        return connection
                .sync()
                .info("memory")
                .lines()
                .filter(line -> line.startsWith(USED))
                .mapToLong(line -> Long.parseLong(line.substring(USED.length()).strip()))
                .findFirst()
                .orElseThrow();
    }

    /** Returns when no event waits to be published. */
    void awaitEmptyOutbox() {
        Wait.until(
                TIME_OUT,
                "an empty outbox",
                () -> connection.sync().<Long>eval(WAITING, ScriptOutputType.INTEGER) == 0);
    }

    List<String> keys() {
        List<String> keys = new ArrayList<>();
        KeyScanCursor<String> page = connection.sync().scan(ScanArgs.Builder.limit(PAGE));
        keys.addAll(page.getKeys());
        while (!page.isFinished()) {
            page = connection.sync().scan(page, ScanArgs.Builder.limit(PAGE));
            keys.addAll(page.getKeys());
        }
        return keys;
    }

    @Override
    public void close() {
        connection.close();
        client.shutdown();
    }
}
