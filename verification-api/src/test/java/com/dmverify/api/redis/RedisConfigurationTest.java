package com.dmverify.api.redis;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.redis.RedisTimings;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.resource.DefaultClientResources;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The times of a dead peer are those that {@code RedisTimingsTest} adds up. */
class RedisConfigurationTest {

    private final RedisConfiguration configuration = new RedisConfiguration();

    @Test
    void connectionsHaveTheTimesOfEveryService() {
        // When
        ClientOptions.Builder builder = ClientOptions.builder()
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(Duration.ofHours(1))
                        .build());
        configuration.redisOptions(configuration.redisConnections()).customize(builder);
        ClientOptions options = builder.build();

        // Then: whatever Spring's own properties said before
        assertThat(options.getSocketOptions().getConnectTimeout()).isEqualTo(RedisTimings.DEFAULT.connectTimeout());
        assertThat(options.getDisconnectedBehavior()).isEqualTo(DisconnectedBehavior.REJECT_COMMANDS);
    }

    @Test
    void theNextTryToConnectComesAtTheLatestAfterTheDelayOfEveryService() {
        // When
        DefaultClientResources.Builder builder = DefaultClientResources.builder();
        configuration.redisResources(configuration.redisConnections()).customize(builder);
        DefaultClientResources resources = builder.build();

        // Then
        try {
            assertThat(resources.reconnectDelay().createDelay(100)).isEqualTo(RedisTimings.DEFAULT.reconnectDelay());
        } finally {
            resources.shutdown(0, 0, TimeUnit.SECONDS).syncUninterruptibly();
        }
    }
}
