package com.dmverify.redis;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.local.LocalRedis;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The same connections to a Redis in cluster mode. */
class ClusterIT {

    @Test
    void aClusterThatWasAwayIsUnavailableAndUsedAgain() throws Exception {
        RedisConnections connections = new RedisConnections();
        ClientResources.Builder builder = ClientResources.builder();
        connections.apply(builder);
        ClientResources resources = builder.build();
        ClusterClientOptions.Builder options = ClusterClientOptions.builder();
        connections.apply(options);
        try (LocalRedis redis = LocalRedis.builder().cluster().build().start();
                RedisClusterClient client = RedisClusterClient.create(
                        resources,
                        RedisURI.builder()
                                .withHost("127.0.0.1")
                                .withPort(redis.port())
                                .withTimeout(Duration.ofHours(1))
                                .build())) {
            client.setOptions(options.build());
            StatefulRedisClusterConnection<String, String> connection = client.connect();
            Attempt.untilItSucceeds(() -> connection.async().set("{a}:before", "1"));

            // When
            redis.stop();
            Throwable error = Attempt.error(connection
                    .async()
                    .eval("return redis.call('INCR', KEYS[1])", ScriptOutputType.INTEGER, "{a}:counter"));

            // Then
            assertThat(RedisAvailability.isUnavailable(error)).isTrue();
            redis.start();
            Attempt.untilItSucceeds(() -> connection.async().set("{a}:after", "1"));
            assertThat(redis.command("EXISTS", "{a}:counter")).isEqualTo("0");
        } finally {
            resources.shutdown(0, 0, TimeUnit.SECONDS).awaitUninterruptibly();
        }
    }
}
