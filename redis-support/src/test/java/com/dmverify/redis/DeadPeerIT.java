package com.dmverify.redis;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.local.LocalRedis;
import com.dmverify.local.testing.FreezingProxy;
import com.dmverify.local.testing.ScriptedRedis;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.protocol.ProtocolVersion;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeadPeerIT {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private static LocalRedis redis;

    @BeforeAll
    static void start() {
        redis = LocalRedis.builder().build().start();
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @Test
    void aConnectionThatFellSilentIsReplacedWhileItStaysSilent() {
        try (FreezingProxy proxy = FreezingProxy.before(redis.port());
                Client client = new Client(proxy.port());
                StatefulRedisConnection<String, String> connection = client.connect()) {
            // Given
            Attempt.untilItSucceeds(() -> connection.async().set("state", "before"));

            // When
            proxy.freeze();

            // Then
            Attempt.untilItSucceeds(() -> connection.async().set("state", "after"));
            assertThat(redis.command("GET", "state")).isEqualTo("after");
        }
    }

    @Test
    void commandsThatWaitOnASilentConnectionEnd() throws Exception {
        try (FreezingProxy proxy = FreezingProxy.before(redis.port());
                Client client = new Client(proxy.port());
                StatefulRedisConnection<String, String> connection = client.connect()) {
            // Given
            Attempt.untilItSucceeds(() -> connection.async().ping());

            // When
            proxy.freeze();

            // Then
            assertThat(RedisAvailability.isUnavailable(
                            Attempt.error(connection.async().incr("unknown"))))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ProtocolVersion.class,
            names = {"RESP2", "RESP3"})
    void aSubscriberOnASilentConnectionHearsAgain(ProtocolVersion protocol) {
        try (FreezingProxy proxy = FreezingProxy.before(redis.port());
                Client client = new Client(proxy.port(), protocol, RedisTimings.DEFAULT);
                StatefulRedisPubSubConnection<String, String> connection = client.connectPubSub()) {
            // Given
            Queue<String> heard = new ConcurrentLinkedQueue<>();
            connection.addListener(new RedisPubSubAdapter<>() {
                @Override
                public void message(String channel, String message) {
                    heard.add(message);
                }
            });
            connection.sync().subscribe("news");
            redis.command("PUBLISH", "news", "before");
            Awaitility.await().atMost(LONGEST).until(() -> heard.contains("before"));

            // When
            proxy.freeze();

            // Then
            Awaitility.await().atMost(LONGEST).until(() -> {
                redis.command("PUBLISH", "news", "after");
                return heard.contains("after");
            });
        }
    }

    @Test
    void aPeerThatAcceptsConnectionsAndNeverAnswersIsTriedAgain() {
        try (FreezingProxy proxy = FreezingProxy.before(redis.port());
                Client client = new Client(proxy.port());
                StatefulRedisConnection<String, String> connection = client.connect()) {
            // Given
            Attempt.untilItSucceeds(() -> connection.async().set("stopped", "before"));
            proxy.freezeAll();
            int accepted = proxy.accepted();
            // The first of these was given up in the handshake.
            Awaitility.await().atMost(LONGEST).until(() -> proxy.accepted() >= accepted + 2);

            // When
            proxy.thawNewOnes();

            // Then
            Attempt.untilItSucceeds(() -> connection.async().set("stopped", "after"));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ProtocolVersion.class,
            names = {"RESP2", "RESP3"})
    void aConnectionOnWhichNothingHappensIsAskedAndKept(ProtocolVersion protocol) {
        RedisTimings quick = new RedisTimings(
                Duration.ofSeconds(60),
                Duration.ofMillis(50),
                Duration.ofSeconds(60),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1));
        try (ScriptedRedis scripted = ScriptedRedis.before(redis);
                Client client = new Client(scripted.port(), protocol, quick);
                StatefulRedisConnection<String, String> connection = client.connect()) {
            // When
            Awaitility.await().atMost(LONGEST).until(() -> scripted.count("PING") >= 10);

            // Then
            Attempt.untilItSucceeds(() -> connection.async().set("idle", "no"));
            assertThat(scripted.accepted()).isEqualTo(1);
        }
    }
}
