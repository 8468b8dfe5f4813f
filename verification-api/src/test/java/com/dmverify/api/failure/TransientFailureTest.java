package com.dmverify.api.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.dmverify.events.DmAttempted;
import com.dmverify.events.DmOutcome;
import com.dmverify.schemas.EventCodec;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandTimeoutException;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.data.redis.RedisSystemException;
import org.springframework.kafka.KafkaException;
import reactor.core.Exceptions;

class TransientFailureTest {

    static Stream<Throwable> transientFailures() {
        return Stream.of(
                new QueryTimeoutException("slow"),
                new RedisSystemException("busy", new RedisCommandExecutionException("LOADING Redis is loading")),
                new RedisCommandTimeoutException("HGETALL. Command timed out after 2 second(s)"),
                new IOException("recvAddress(..) failed with error(-104): Connection reset by peer"),
                new TimeoutException("nothing within 2000ms"),
                new KafkaException("no broker", new org.apache.kafka.common.errors.TimeoutException("no metadata")),
                new NotLeaderOrFollowerException("moved"),
                new RedisConnectionFailureException("no connection"),
                Exceptions.multiple(new IllegalStateException("damage"), new QueryTimeoutException("slow")),
                new org.apache.kafka.common.errors.TimeoutException("no metadata"),
                new IllegalStateException("wrapped", new CompletionException(new IOException("reset"))));
    }

    /** Redis 7 appends the script to every error of a {@code redis.call}. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "OOM command not allowed when used memory > 'maxmemory'.",
                "READONLY You can't write against a read only replica.",
                "NOREPLICAS Not enough good replicas to write.",
                "MISCONF Redis is configured to save RDB snapshots, but it's currently unable to persist to disk.",
                "LOADING Redis is loading the dataset in memory",
                "MASTERDOWN Link with MASTER is down and replica-serve-stale-data is set to 'no'.",
                "CLUSTERDOWN The cluster is down",
                "TRYAGAIN Multiple keys request during rehashing of slot",
                "BUSY Redis is busy running a script."
            })
    void anErrorOfRedisThatPassesIsATransientFailure(String error) {
        String inAScript = error + " script: 40a2, on @user_script:32.";

        assertThat(TransientFailure.isCauseOf(
                        new RedisSystemException("script", new RedisCommandExecutionException(inAScript))))
                .isTrue();
        assertThat(TransientFailure.isCauseOf(
                        new RedisSystemException("command", new RedisCommandExecutionException(error))))
                .isTrue();
    }

    static Stream<Throwable> permanentFailures() {
        return Stream.of(
                undecodable(new byte[] {1, 2, 3}),
                undecodable(Arrays.copyOf(aReport(), 25)),
                new RedisSystemException(
                        "script", new RedisCommandExecutionException("ERR user_script:12: attempt to compare nil")),
                new RedisSystemException(
                        "script",
                        new RedisCommandExecutionException(
                                "WRONGTYPE Operation against a key script: 40a2, on @user_script:32.")),
                new KafkaException("too large", new RecordTooLargeException("2 MiB")),
                new TopicAuthorizationException("dm.attempted.retry"),
                new InvalidDataAccessApiUsageException("a wrong argument"),
                Exceptions.multiple(new IllegalStateException("damage"), new IllegalArgumentException("damage")),
                new IllegalArgumentException("no verification id"),
                new IllegalStateException("an unexpected answer of a script"));
    }

    private static Throwable undecodable(byte[] bytes) {
        return catchThrowable(() -> new EventCodec().decode(bytes));
    }

    private static byte[] aReport() {
        return new EventCodec()
                .encode(DmAttempted.newBuilder()
                        .setVerificationId("ver_1")
                        .setCodeVersion(1)
                        .setDispatch(1)
                        .setAccount("demo")
                        .setOutcome(DmOutcome.SENT)
                        .setAttemptedAt(Instant.EPOCH)
                        .setSettledAt(Instant.EPOCH)
                        .build());
    }

    @ParameterizedTest
    @MethodSource("transientFailures")
    void aTransientFailureIsRecognised(Throwable error) {
        assertThat(TransientFailure.isCauseOf(error)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("permanentFailures")
    void aPermanentFailureIsNoTransientOne(Throwable error) {
        assertThat(TransientFailure.isCauseOf(error)).isFalse();
    }
}
