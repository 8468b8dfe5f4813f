package com.dmverify.sender.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dmverify.redis.LuaScript;
import com.dmverify.redis.NotReplicatedException;
import com.dmverify.redis.ReplicatedScripts;
import io.lettuce.core.RedisCommandInterruptedException;
import io.lettuce.core.RedisException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.async.RedisScriptingAsyncCommands;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.lettuce.LettuceExceptionConverter;

/**
 * Runs scripts on the driver itself. Its own timer ends a command that Redis does not answer in time ({@code
 * spring.data.redis.timeout}), so the caller waits without a second one: a timed wait of a virtual thread wakes the JVM's
 * scheduler thread, and with four of them for each message that was a tenth of the sender's processor time.
 *
 * <p>Every method throws {@link DataAccessException} if Redis does not answer, or with an error. Thread-safe.
 */
public final class RedisScriptRunner {

    private static final LettuceExceptionConverter EXCEPTIONS = new LettuceExceptionConverter();

    private final RedisConnectionFactory connections;
    private final @Nullable Supplier<ReplicatedScripts> replicated;

    /** @param connections Lettuce's, with command time-outs */
    public RedisScriptRunner(RedisConnectionFactory connections) {
        this(connections, null);
    }

    /** @param replicated what waits for replicas; null if no change waits for them */
    public RedisScriptRunner(RedisConnectionFactory connections, @Nullable Supplier<ReplicatedScripts> replicated) {
        this.connections = connections;
        this.replicated = replicated;
    }

    /** What a script answers that answers a text. */
    public String text(LuaScript script, List<String> keys, Object... arguments) {
        return text(run(script, ScriptOutputType.VALUE, keys, arguments));
    }

    /** What a script answers that answers a number. */
    public long number(LuaScript script, List<String> keys, Object... arguments) {
        return (Long) run(script, ScriptOutputType.INTEGER, keys, arguments);
    }

    /**
     * As {@link #text}, for a change that must not be lost: where that is configured, it counts when replicas have it. With too
     * few the cause is {@link NotReplicatedException}; the change stands on the master.
     */
    public String replicatedText(LuaScript script, List<String> keys, Object... arguments) {
        return text(runReplicated(script, ScriptOutputType.VALUE, keys, arguments));
    }

    /** As {@link #number}, for a change that must not be lost. */
    public long replicatedNumber(LuaScript script, List<String> keys, Object... arguments) {
        return (Long) runReplicated(script, ScriptOutputType.INTEGER, keys, arguments);
    }

    private Object runReplicated(LuaScript script, ScriptOutputType type, List<String> keys, Object... arguments) {
        return replicated == null
                ? run(script, type, keys, arguments)
                : translated(() -> await(
                        replicated.get().run(script, type, bytes(keys.stream()), bytes(Arrays.stream(arguments)))));
    }

    private Object run(LuaScript script, ScriptOutputType type, List<String> keys, Object... arguments) {
        return translated(() -> {
            try (RedisConnection connection = connections.getConnection()) {
                return await(
                        script.run(commands(connection), type, bytes(keys.stream()), bytes(Arrays.stream(arguments))));
            }
        });
    }

    private static Object translated(Supplier<Object> call) {
        try {
            return call.get();
        } catch (RedisException e) {
            DataAccessException translated = EXCEPTIONS.convert(e);
            throw translated == null ? e : translated;
        }
    }

    private static Object await(CompletionStage<Object> answer) {
        try {
            return answer.toCompletableFuture().get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RedisException cause ? cause : new RedisException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RedisCommandInterruptedException(e);
        }
    }

    @SuppressWarnings("unchecked") // Lettuce's own commands, whose type Spring does not expose
    private static RedisScriptingAsyncCommands<byte[], byte[]> commands(RedisConnection connection) {
        return (RedisScriptingAsyncCommands<byte[], byte[]>) connection.getNativeConnection();
    }

    private static String text(Object answer) {
        return new String((byte[]) answer, UTF_8);
    }

    private static byte[][] bytes(Stream<?> texts) {
        return texts.map(text -> String.valueOf(text).getBytes(UTF_8)).toArray(byte[][]::new);
    }
}
