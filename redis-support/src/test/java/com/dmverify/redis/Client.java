package com.dmverify.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.protocol.ProtocolVersion;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;

/** A Lettuce client of the port on 127.0.0.1, connected as our services are. */
final class Client implements AutoCloseable {

    /** Longer than any test: what ends a command must be something else. */
    private static final Duration COMMAND_TIMEOUT = Duration.ofHours(1);

    private final ClientResources resources;
    private final RedisClient client;

    Client(int port) {
        this(port, ProtocolVersion.RESP3, RedisTimings.DEFAULT);
    }

    Client(int port, ProtocolVersion protocol, RedisTimings timings) {
        RedisConnections connections = new RedisConnections(timings);
        ClientResources.Builder builder = ClientResources.builder();
        connections.apply(builder);
        resources = builder.build();
        ClientOptions.Builder options = ClientOptions.builder().protocolVersion(protocol);
        connections.apply(options);
        client = RedisClient.create(
                resources,
                RedisURI.builder()
                        .withHost("127.0.0.1")
                        .withPort(port)
                        .withTimeout(COMMAND_TIMEOUT)
                        .build());
        client.setOptions(options.build());
    }

    RedisClient client() {
        return client;
    }

    StatefulRedisConnection<String, String> connect() {
        return client.connect();
    }

    StatefulRedisPubSubConnection<String, String> connectPubSub() {
        return client.connectPubSub();
    }

    @Override
    public void close() {
        client.shutdown();
        resources.shutdown(0, 0, java.util.concurrent.TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
