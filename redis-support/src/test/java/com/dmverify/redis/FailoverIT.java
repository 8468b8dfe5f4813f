package com.dmverify.redis;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.local.LocalRedis;
import com.dmverify.local.testing.FreezingProxy;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class FailoverIT {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    @Test
    void theNewMasterIsFoundBehindTheSameAddress() {
        try (LocalRedis first = LocalRedis.builder().build().start();
                LocalRedis second = LocalRedis.builder().build().start().replicateFrom(first);
                FreezingProxy address = FreezingProxy.before(first.port());
                Client client = new Client(address.port());
                StatefulRedisConnection<String, String> connection = client.connect()) {
            // Given
            Attempt.untilItSucceeds(() -> connection.async().set("written", "before"));

            // When
            failOver(first, second, address);

            // Then
            Attempt.untilItSucceeds(() -> connection.async().set("written", "after"));
            assertThat(second.command("GET", "written")).isEqualTo("after");
        }
    }

    @Test
    void aReactiveCommandFindsTheNewMasterToo() {
        try (LocalRedis first = LocalRedis.builder().build().start();
                LocalRedis second = LocalRedis.builder().build().start().replicateFrom(first);
                FreezingProxy address = FreezingProxy.before(first.port());
                Client client = new Client(address.port());
                StatefulRedisConnection<String, String> connection = client.connect()) {
            // Given
            connection.reactive().set("written", "before").block(LONGEST);

            // When
            failOver(first, second, address);

            // Then
            Awaitility.await()
                    .atMost(LONGEST)
                    .ignoreExceptions()
                    .until(() -> connection
                            .reactive()
                            .set("written", "after")
                            .block(LONGEST)
                            .equals("OK"));
            assertThat(second.command("GET", "written")).isEqualTo("after");
        }
    }

    @Test
    void aConnectionThatOnlyReadsLeavesTheDemotedMasterWithTheOthers() {
        try (LocalRedis first = LocalRedis.builder().build().start();
                LocalRedis second = LocalRedis.builder().build().start().replicateFrom(first);
                FreezingProxy address = FreezingProxy.before(first.port());
                Client client = new Client(address.port());
                StatefulRedisConnection<String, String> writer = client.connect();
                StatefulRedisConnection<String, String> reader = client.connect()) {
            // Given
            Attempt.untilItSucceeds(() -> reader.async().get("nothing"));
            failOver(first, second, address);
            // The demoted master is cut off: what it answers is old.
            first.command("REPLICAOF", "127.0.0.1", "1");

            // When
            Attempt.untilItSucceeds(() -> writer.async().set("news", "yes"));

            // Then
            Awaitility.await()
                    .atMost(LONGEST)
                    .ignoreExceptions()
                    .until(() -> "yes".equals(reader.sync().get("news")));
        }
    }

    @Test
    void aReplicaThatRefusesReadsIsLeft() {
        try (LocalRedis first = LocalRedis.builder().build().start();
                LocalRedis second = LocalRedis.builder().build().start().replicateFrom(first);
                FreezingProxy address = FreezingProxy.before(first.port());
                Client client = new Client(address.port());
                StatefulRedisConnection<String, String> connection = client.connect()) {
            // Given
            Attempt.untilItSucceeds(() -> connection.async().set("kept", "yes"));
            first.command("CONFIG", "SET", "replica-serve-stale-data", "no");
            second.promote();
            address.forwardTo(second.port());

            // When
            first.command("REPLICAOF", "127.0.0.1", "1");

            // Then
            Attempt.untilItSucceeds(() -> connection.async().get("kept"));
        }
    }

    private static void failOver(LocalRedis from, LocalRedis to, FreezingProxy address) {
        to.promote();
        address.forwardTo(to.port());
        from.replicateFrom(to);
    }
}
