package com.dmverify.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalRedisIT {

    @Test
    void aValueOutlivesAStop() throws Exception {
        try (LocalRedis redis = LocalRedis.builder().build().start()) {
            // Given
            assertThat(RedisTalk.with(redis, "SET greeting hello")).isEqualTo("+OK");

            // When
            redis.stop();
            redis.start();

            // Then
            assertThat(RedisTalk.with(redis, "GET greeting")).isEqualTo("hello");
        }
    }

    @Test
    void aValueThatWasAnsweredOutlivesAKill() throws Exception {
        try (LocalRedis redis = LocalRedis.builder().build().start()) {
            // Given
            assertThat(RedisTalk.with(redis, "SET greeting hello")).isEqualTo("+OK");

            // When
            redis.kill();
            redis.start();

            // Then
            assertThat(RedisTalk.with(redis, "GET greeting")).isEqualTo("hello");
        }
    }

    @Test
    void withoutTheAppendOnlyFileNothingOutlivesAStop() throws Exception {
        try (LocalRedis redis = LocalRedis.builder().appendOnly(false).build().start()) {
            // Given
            assertThat(RedisTalk.with(redis, "SET greeting hello")).isEqualTo("+OK");

            // When
            redis.stop();
            redis.start();

            // Then
            assertThat(RedisTalk.with(redis, "GET greeting")).isEqualTo("$-1");
        }
    }

    @Test
    void aTakenPortIsSaidPlainly() {
        try (LocalRedis first = LocalRedis.builder().build().start();
                LocalRedis second = LocalRedis.builder().port(first.port()).build()) {
            assertThatIllegalStateException()
                    .isThrownBy(second::start)
                    .withMessageContaining("port " + first.port() + " is taken");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"exit", "halt"})
    void noProcessIsLeftBehindHoweverTheJvmEnds(String ending, @TempDir Path temporary) throws Exception {
        // Given
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        RedisOwner.class.getName(),
                        ending)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = jvm.inputReader();
        ProcessHandle redis =
                ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();

        // When
        jvm.outputWriter().close();

        // Then
        assertThat(redis.onExit().get(60, TimeUnit.SECONDS).isAlive()).isFalse();
        assertThat(jvm.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
}
