package com.dmverify.sender.redis;

import com.dmverify.redis.ReplicatedScripts;
import io.lettuce.core.RedisClient;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * The connections on which changes wait for replicas. They are opened by the first change, and tried again by the next one if
 * that fails, so a replica of the service starts without Redis. They end with the client. Thread-safe.
 */
final class RedisReplicatedScripts implements Supplier<ReplicatedScripts> {

    private final LettuceConnectionFactory connections;
    private final ReplicationProperties wait;
    private volatile @Nullable ReplicatedScripts open;

    /** Refuses a Redis cluster with {@link IllegalArgumentException}. */
    RedisReplicatedScripts(LettuceConnectionFactory connections, ReplicationProperties wait) {
        if (connections.isClusterAware()) {
            throw new IllegalArgumentException(
                    "dm-verify.redis.wait.replicas: a Redis cluster is not supported; set it to 0");
        }
        this.connections = connections;
        this.wait = wait;
    }

    @Override
    public ReplicatedScripts get() {
        ReplicatedScripts scripts = open;
        return scripts == null ? connect() : scripts;
    }

    private synchronized ReplicatedScripts connect() {
        ReplicatedScripts scripts = open;
        if (scripts == null) {
            RedisClient client = (RedisClient) connections.getRequiredNativeClient();
            scripts = new ReplicatedScripts(client, wait.connections(), wait.replicas(), wait.timeout());
            open = scripts;
        }
        return scripts;
    }
}
