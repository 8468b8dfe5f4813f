package com.dmverify.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dmverify.local.LocalRedis;
import io.lettuce.core.ScriptOutputType;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class ReplicatedScriptsIT {

    private static final LuaScript SET = LuaScript.of("set", "redis.call('SET', KEYS[1], ARGV[1]) return ARGV[1]");
    private static final Duration LONGEST = Duration.ofSeconds(60);

    @Test
    void aChangeThatAReplicaHasCounts() {
        try (LocalRedis first = LocalRedis.builder().build().start();
                LocalRedis second = LocalRedis.builder().build().start().replicateFrom(first);
                Client client = new Client(first.port());
                ReplicatedScripts scripts = new ReplicatedScripts(client.client(), 2, 1, LONGEST)) {
            for (String value : new String[] {"one", "two", "three"}) {
                assertThat(set(scripts, value)).isEqualTo(value.getBytes(UTF_8));
                assertThat(second.command("GET", "key")).isEqualTo(value);
            }
        }
    }

    @Test
    void aChangeThatTooFewReplicasHaveIsAnErrorThatMayBeRepeated() {
        try (LocalRedis alone = LocalRedis.builder().build().start();
                Client client = new Client(alone.port());
                ReplicatedScripts scripts = new ReplicatedScripts(client.client(), 1, 1, Duration.ofMillis(50))) {
            assertThatThrownBy(() -> set(scripts, "one"))
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(NotReplicatedException.class)
                    .satisfies(error ->
                            assertThat(RedisAvailability.isUnavailable(error)).isTrue());
        }
    }

    private static byte[] set(ReplicatedScripts scripts, String value) {
        return scripts.<byte[]>run(
                        SET, ScriptOutputType.VALUE, new byte[][] {"key".getBytes(UTF_8)}, value.getBytes(UTF_8))
                .toCompletableFuture()
                .join();
    }
}
