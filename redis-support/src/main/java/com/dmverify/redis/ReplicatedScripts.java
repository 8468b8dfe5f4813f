package com.dmverify.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs scripts whose effect has to be on replicas before it counts: each is followed by {@code WAIT} on the same connection. A
 * connection that waits holds up the commands behind it, so these scripts have connections of their own, in turn.
 *
 * <p>What a script did is not undone when too few replicas answer: the caller learns that it may be lost, and its change bears
 * repetition. Source: the page of Redis on WAIT. Not for a Redis cluster.
 *
 * <p>Thread-safe.
 */
public final class ReplicatedScripts implements AutoCloseable {

    private final List<StatefulRedisConnection<byte[], byte[]>> connections = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();
    private final int replicas;
    private final Duration timeout;

    /**
     * Connects; this blocks.
     *
     * @param connections how many scripts can wait at the same time
     * @param replicas how many have to take a change
     * @param timeout how long they may take
     */
    public ReplicatedScripts(RedisClient client, int connections, int replicas, Duration timeout) {
        if (connections < 1 || replicas < 1 || !timeout.isPositive()) {
            throw new IllegalArgumentException("connections, replicas and timeout must be positive");
        }
        this.replicas = replicas;
        this.timeout = timeout;
        for (int i = 0; i < connections; i++) {
            this.connections.add(client.connect(ByteArrayCodec.INSTANCE));
        }
    }

    /**
     * Runs the script and waits for the replicas.
     *
     * @return its answer; {@link NotReplicatedException} if too few replicas took it in time, otherwise as {@link LuaScript#run}
     */
    public <T> CompletionStage<T> run(LuaScript script, ScriptOutputType type, byte[][] keys, byte[]... arguments) {
        RedisAsyncCommands<byte[], byte[]> redis = connections
                .get(Math.floorMod(next.getAndIncrement(), connections.size()))
                .async();
        return script.<T>run(redis, type, keys, arguments).thenCompose(answer -> taken(redis, answer));
    }

    /** WAIT covers what this connection has written before, so it may follow the answer of the script. */
    private <T> CompletionStage<T> taken(RedisAsyncCommands<byte[], byte[]> redis, T answer) {
        return redis.waitForReplication(replicas, timeout.toMillis())
                .thenCompose(taken -> taken >= replicas
                        ? CompletableFuture.completedFuture(answer)
                        : CompletableFuture.failedFuture(new NotReplicatedException(taken, replicas)));
    }

    @Override
    public void close() {
        connections.forEach(StatefulRedisConnection::close);
    }
}
