package com.dmverify.redis;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.local.LocalRedis;
import com.dmverify.local.testing.ScriptedRedis;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The errors of a Redis that is unavailable, from a real one where it can be brought to them. */
class RedisErrorsIT {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final String SCRIPT = "return redis.call('INCR', KEYS[1])";

    private LocalRedis redis;

    @BeforeEach
    void start() {
        redis = LocalRedis.builder().build().start();
    }

    @AfterEach
    void stop() {
        redis.close();
    }

    @Test
    void aFullOne() throws Exception {
        redis.command("CONFIG", "SET", "maxmemory", "1");
        assertUnavailable(redis, "OOM");

        redis.command("CONFIG", "SET", "maxmemory", "0");
        assertTakesEffectOnce(redis);
    }

    @Test
    void aReplica() throws Exception {
        try (LocalRedis master = LocalRedis.builder().build().start()) {
            redis.replicateFrom(master);
            assertUnavailable(redis, "READONLY");

            redis.promote();
            assertTakesEffectOnce(redis);
        }
    }

    @Test
    void oneWithTooFewReplicas() throws Exception {
        redis.command("CONFIG", "SET", "min-replicas-to-write", "1");
        assertUnavailable(redis, "NOREPLICAS");

        redis.command("CONFIG", "SET", "min-replicas-to-write", "0");
        assertTakesEffectOnce(redis);
    }

    @Test
    void oneThatCannotSave(@TempDir Path parent) throws Exception {
        Path data = parent.resolve("data");
        try (LocalRedis other = LocalRedis.builder()
                .appendOnly(false)
                .dataDirectory(data)
                .build()
                .start()) {
            other.command("CONFIG", "SET", "save", "3600 1000000");
            Files.delete(data);
            other.command("BGSAVE");
            Awaitility.await()
                    .atMost(LONGEST)
                    .until(() -> other.command("INFO", "persistence").contains("rdb_last_bgsave_status:err"));
            assertUnavailable(other, "MISCONF");

            other.command("CONFIG", "SET", "stop-writes-on-bgsave-error", "no");
            assertTakesEffectOnce(other);
            // It refuses to end in good order: it cannot save.
            other.kill();
        }
    }

    @Test
    void aReplicaWithoutItsMaster() throws Exception {
        redis.command("CONFIG", "SET", "replica-serve-stale-data", "no");
        redis.command("REPLICAOF", "127.0.0.1", "1");
        assertUnavailable(redis, "MASTERDOWN");

        redis.promote();
        assertTakesEffectOnce(redis);
    }

    @Test
    void aClusterWithoutThisSlot() throws Exception {
        try (LocalRedis cluster = LocalRedis.builder().cluster().build().start()) {
            cluster.command("CLUSTER", "FLUSHSLOTS");
            assertUnavailable(cluster, "CLUSTERDOWN");

            cluster.stop();
            cluster.start();
            assertTakesEffectOnce(cluster);
        }
    }

    @Test
    void oneThatRunsALongScript() throws Exception {
        redis.command("CONFIG", "SET", "busy-reply-threshold", "1");
        try (Client client = new Client(redis.port());
                StatefulRedisConnection<String, String> blocked = client.connect()) {
            RedisFuture<Object> endless =
                    blocked.async().eval("while true do end", ScriptOutputType.INTEGER, new String[0]);
            Awaitility.await().atMost(LONGEST).until(this::isBusy);
            assertUnavailable(redis, "BUSY");

            redis.command("SCRIPT", "KILL");
            assertThat(Attempt.error(endless)).isNotNull();
            assertTakesEffectOnce(redis);
        }
    }

    private boolean isBusy() {
        try {
            redis.command("GET", "anything");
            return false;
        } catch (IllegalStateException e) {
            return String.valueOf(e.getMessage()).startsWith("BUSY");
        }
    }

    @Test
    void oneThatHasTooManyClients() {
        redis.command("CONFIG", "SET", "maxclients", "1");
        try (Client first = new Client(redis.port());
                StatefulRedisConnection<String, String> _ = first.connect();
                Client second = new Client(redis.port())) {
            Throwable error = org.assertj.core.api.Assertions.catchThrowable(second::connect);
            assertThat(RedisAvailability.isUnavailable(error)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LOADING Redis is loading the dataset in memory",
                "TRYAGAIN Multiple keys request during rehashing of slot"
            })
    void oneThatWillBeThereSoon(String error) throws Exception {
        try (ScriptedRedis scripted = ScriptedRedis.before(redis).refuse("EVAL", error);
                Client client = new Client(scripted.port());
                StatefulRedisConnection<String, String> connection = client.connect()) {
            assertThat(RedisAvailability.isUnavailable(Attempt.error(increment(connection))))
                    .isTrue();
            assertThat(scripted.count("EVAL")).isEqualTo(1);
        }
        assertTakesEffectOnce(redis);
    }

    @Test
    void aCommandThatIsWrongIsAnotherError() throws Exception {
        redis.command("SET", "counter", "a word");
        try (Client client = new Client(redis.port());
                StatefulRedisConnection<String, String> connection = client.connect()) {
            assertThat(RedisAvailability.isUnavailable(Attempt.error(increment(connection))))
                    .isFalse();
        }
    }

    private static void assertUnavailable(LocalRedis redis, String word) throws Exception {
        try (Client client = new Client(redis.port());
                StatefulRedisConnection<String, String> connection = client.connect()) {
            Throwable error = Attempt.error(increment(connection));
            assertThat(error).hasMessageStartingWith(word);
            assertThat(RedisAvailability.isUnavailable(error)).isTrue();
        }
    }

    private static void assertTakesEffectOnce(LocalRedis redis) {
        try (Client client = new Client(redis.port());
                StatefulRedisConnection<String, String> connection = client.connect()) {
            Attempt.untilItSucceeds(() -> increment(connection));
        }
        assertThat(redis.command("GET", "counter")).isEqualTo("1");
    }

    private static RedisFuture<Long> increment(StatefulRedisConnection<String, String> connection) {
        return connection.async().eval(SCRIPT, ScriptOutputType.INTEGER, "counter");
    }
}
