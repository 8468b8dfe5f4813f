package com.dmverify.api.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dmverify.redis.LuaScript;
import com.dmverify.redis.ReplicatedScripts;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Sends commands over the service's one connection to Redis, which all requests share. Commands that are subscribed to one after
 * the other, without waiting, are sent in this order and travel together.
 *
 * <p>Errors are Lettuce's own: {@code RedisAvailability} says which of them mean that Redis is away. No command is sent twice.
 */
public final class Redis {

    private final RedisConnectionFactory connections;
    private final @Nullable Mono<ReplicatedScripts> replicated;
    private volatile @Nullable RedisClusterAsyncCommands<byte[], byte[]> commands;

    /**
     * Commands over this connection.
     *
     * @param connections Lettuce's, with a shared native connection
     */
    public Redis(RedisConnectionFactory connections) {
        this(connections, null);
    }

    /**
     * The same, with scripts that wait for replicas.
     *
     * @param replicated null if no change waits for replicas
     */
    Redis(RedisConnectionFactory connections, @Nullable Mono<ReplicatedScripts> replicated) {
        this.connections = connections;
        this.replicated = replicated;
    }

    /** The answer of this command; empty for a nil. */
    public <T> Mono<T> send(Function<RedisClusterAsyncCommands<byte[], byte[]>, CompletionStage<T>> command) {
        RedisClusterAsyncCommands<byte[], byte[]> open = commands;
        return open == null
                ? connected().flatMap(now -> Mono.fromCompletionStage(() -> command.apply(now)))
                : Mono.fromCompletionStage(() -> command.apply(open));
    }

    /** The answer of this script, read as the type says. */
    public <T> Mono<T> run(LuaScript script, ScriptOutputType type, List<String> keys, byte[]... arguments) {
        byte[][] names = names(keys);
        return send(redis -> script.run(redis, type, names, arguments));
    }

    /**
     * The answer of a script that changes what must not be lost: where that is configured, it counts when replicas have it.
     */
    public <T> Mono<T> runReplicated(LuaScript script, ScriptOutputType type, List<String> keys, byte[]... arguments) {
        return replicated == null
                ? run(script, type, keys, arguments)
                : replicated.flatMap(
                        scripts -> Mono.fromCompletionStage(() -> scripts.run(script, type, names(keys), arguments)));
    }

    /** The value of a key as text; empty if there is none. */
    public Mono<String> get(String key) {
        return this.<byte[]>send(redis -> redis.get(bytes(key))).map(Redis::text);
    }

    private static byte[][] names(List<String> keys) {
        return keys.stream().map(Redis::bytes).toArray(byte[][]::new);
    }

    public static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    public static byte[] bytes(long number) {
        return bytes(Long.toString(number));
    }

    public static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }

    /** Connecting blocks: not on an event loop. The driver reconnects by itself later, so this is done once. */
    private Mono<RedisClusterAsyncCommands<byte[], byte[]>> connected() {
        return Mono.fromCallable(this::connect).subscribeOn(Schedulers.boundedElastic());
    }

    @SuppressWarnings("unchecked") // Lettuce's own commands, whose type Spring does not tell
    private RedisClusterAsyncCommands<byte[], byte[]> connect() {
        Object open = connections.getConnection().getNativeConnection();
        RedisClusterAsyncCommands<byte[], byte[]> shared = (RedisClusterAsyncCommands<byte[], byte[]>) open;
        commands = shared;
        return shared;
    }
}
