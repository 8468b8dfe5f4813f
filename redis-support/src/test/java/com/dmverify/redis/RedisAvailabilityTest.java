package com.dmverify.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandInterruptedException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisNoScriptException;
import java.io.CharConversionException;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisAvailabilityTest {

    private static final String IN_SCRIPT = ". script: 40a2f0, on @user_script:32.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OOM",
                "READONLY",
                "NOREPLICAS",
                "MISCONF",
                "LOADING",
                "MASTERDOWN",
                "CLUSTERDOWN",
                "TRYAGAIN",
                "BUSY"
            })
    void anErrorOfRedisItselfMeansUnavailableAlsoInAScript(String word) {
        assertThat(RedisAvailability.isUnavailable(answer(word + " said so"))).isTrue();
        assertThat(RedisAvailability.isUnavailable(answer(word + " said so" + IN_SCRIPT)))
                .isTrue();
        assertThat(RedisAvailability.isUnavailable(answer(word))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOAUTH", "WRONGPASS", "NOPERM", "MOVED", "ASK"})
    void aLoginOrASlotThatIsBeingChangedMeansUnavailable(String word) {
        assertThat(RedisAvailability.isUnavailable(answer(word + " said so"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ERR value is not an integer. script: 40a2f0, on @user_script:3.",
                "ERR READONLY is no first word",
                "WRONGTYPE Operation against a key holding the wrong kind of value",
                "NOSCRIPT No matching script",
                "OOMS is another word",
                "",
                "  "
            })
    void anErrorAboutTheCommandIsForGood(String message) {
        assertThat(RedisAvailability.isUnavailable(answer(message))).isFalse();
    }

    @Test
    void aScriptThatIsMissingAfterItWasLoadedIsForGood() {
        assertThat(RedisAvailability.isUnavailable(new RedisNoScriptException("NOSCRIPT No matching script")))
                .isFalse();
    }

    @Test
    void troubleOfTheConnectionMeansUnavailableAtAnyDepth() {
        for (Exception trouble : new Exception[] {
            new RedisConnectionException("Unable to connect"),
            new RedisConnectionException("Unable to connect", answer("ERR max number of clients reached")),
            new RedisCommandTimeoutException("Command timed out"),
            new RedisCommandInterruptedException(new InterruptedException()),
            new RedisException("Currently not connected. Commands are rejected."),
            new TimeoutException(),
            new ClosedChannelException(),
            new ConnectException(),
            new UnknownHostException(),
            new IOException("Connection reset by peer")
        }) {
            assertThat(RedisAvailability.isUnavailable(new IllegalStateException(new ExecutionException(trouble))))
                    .as(trouble.toString())
                    .isTrue();
        }
    }

    @Test
    void damagedDataIsNoTroubleOfTheConnection() {
        assertThat(RedisAvailability.isUnavailable(new UncheckedIOException(new CharConversionException())))
                .isFalse();
        assertThat(RedisAvailability.isUnavailable(new UncheckedIOException(new EOFException())))
                .isFalse();
        assertThat(RedisAvailability.isUnavailable(new IllegalArgumentException()))
                .isFalse();
        assertThat(RedisAvailability.isUnavailable(null)).isFalse();
    }

    @Test
    void aWrapperOfTheDriverDoesNotHideWhatRedisAnswered() {
        RedisException wrapper = new RedisException(answer("WRONGTYPE Operation against a key"));

        assertThat(RedisAvailability.isUnavailable(wrapper)).isFalse();
        assertThat(RedisAvailability.isUnavailable(new RedisException(answer("LOADING Redis is loading"))))
                .isTrue();
    }

    @Test
    void causesInACircleEnd() {
        Exception first = new Exception("first");
        Exception second = new Exception("second", first);
        first.initCause(second);

        assertThat(RedisAvailability.isUnavailable(first)).isFalse();
    }

    private static RedisCommandExecutionException answer(String message) {
        return new RedisCommandExecutionException(message);
    }
}
