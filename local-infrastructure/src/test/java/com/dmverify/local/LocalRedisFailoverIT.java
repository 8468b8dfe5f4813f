package com.dmverify.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class LocalRedisFailoverIT {

    @Test
    void aReplicaHoldsWhatItsMasterDoesAndTakesItsPlace() {
        try (LocalRedis master = LocalRedis.builder().build().start();
                LocalRedis replica = LocalRedis.builder().build().start()) {
            // Given
            master.command("SET", "greeting", "hello");
            replica.replicateFrom(master);
            assertThat(replica.command("GET", "greeting")).isEqualTo("hello");
            assertThatIllegalStateException()
                    .isThrownBy(() -> replica.command("SET", "greeting", "bye"))
                    .withMessageStartingWith("READONLY");

            // When
            replica.promote();
            replica.command("SET", "greeting", "bye");
            master.replicateFrom(replica);

            // Then
            assertThat(master.command("GET", "greeting")).isEqualTo("bye");
        }
    }

    @Test
    void oneWithAPasswordAsksForIt() {
        try (LocalRedis redis =
                LocalRedis.builder().password("correct horse").build().start()) {
            assertThat(redis.command("PING")).isEqualTo("PONG");
            assertThatIllegalStateException()
                    .isThrownBy(() -> RedisCommand.send(redis.port(), null, "PING"))
                    .withMessageStartingWith("NOAUTH");
        }
    }

    @Test
    void aClusterHasAllSlotsAndKeepsThemApart() {
        try (LocalRedis redis = LocalRedis.builder().cluster().build().start()) {
            assertThat(redis.command("SET", "one", "1")).isEqualTo("OK");
            assertThatIllegalStateException()
                    .isThrownBy(() -> redis.command("MGET", "one", "two"))
                    .withMessageStartingWith("CROSSSLOT");
        }
    }
}
