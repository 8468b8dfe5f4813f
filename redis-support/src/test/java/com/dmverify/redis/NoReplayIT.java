package com.dmverify.redis;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.local.LocalRedis;
import com.dmverify.local.testing.ScriptedRedis;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NoReplayIT {

    private static final String SCRIPT = "return redis.call('INCR', KEYS[1])";

    private static LocalRedis redis;

    @BeforeAll
    static void start() {
        redis = LocalRedis.builder().build().start();
        redis.command("SCRIPT", "LOAD", SCRIPT);
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    static Stream<Arguments> commands() {
        return Stream.of(
                command("EVAL", redis -> redis.eval(SCRIPT, ScriptOutputType.INTEGER, "counter:EVAL")),
                command(
                        "EVALSHA",
                        redis -> redis.evalsha(redis.digest(SCRIPT), ScriptOutputType.INTEGER, "counter:EVALSHA")),
                command("INCR", redis -> redis.incr("counter:INCR")),
                command("XADD", redis -> redis.xadd("counter:XADD", "field", "value")));
    }

    private static Arguments command(String name, Function<RedisAsyncCommands<String, String>, RedisFuture<?>> call) {
        return Arguments.of(name, Named.of(name, call));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aCommandWhoseAnswerWasLostIsNotSentAgain(
            String name, Function<RedisAsyncCommands<String, String>, RedisFuture<?>> call) throws Exception {
        try (ScriptedRedis scripted = ScriptedRedis.before(redis);
                Client client = new Client(scripted.port());
                StatefulRedisConnection<String, String> connection = client.connect()) {
            // Given
            scripted.loseAnswers(name);

            // When
            Throwable error = Attempt.error(call.apply(connection.async()));

            // Then
            assertThat(RedisAvailability.isUnavailable(error)).isTrue();
            Attempt.untilItSucceeds(() -> connection.async().get("reconnected"));
            assertThat(scripted.count(name)).isEqualTo(1);
        }
    }

    @Test
    void aCommandWithoutAConnectionIsRejectedAndNeverSent() throws Exception {
        try (LocalRedis other = LocalRedis.builder().build().start();
                Client client = new Client(other.port());
                StatefulRedisConnection<String, String> connection = client.connect()) {
            // Given
            other.stop();
            RedisFuture<Long> first = connection.async().incr("first");

            // When
            Throwable error = Attempt.error(connection.async().incr("second"));

            // Then
            assertThat(RedisAvailability.isUnavailable(error)).isTrue();
            assertThat(RedisAvailability.isUnavailable(Attempt.error(first))).isTrue();
            other.start();
            Attempt.untilItSucceeds(() -> connection.async().set("third", "sent"));
            assertThat(other.command("EXISTS", "first", "second")).isEqualTo("0");
        }
    }
}
