package com.dmverify.sender.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.RedisCommandInterruptedException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.async.RedisScriptingAsyncCommands;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.lettuce.LettuceExceptionConverter;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * Runs scripts on the driver itself. Its own timer ends a command that Redis does not answer in time ({@code
 * spring.data.redis.timeout}), so the caller waits without a second one: a timed wait of a virtual thread wakes the JVM's
 * scheduler thread, and with four of them for each message that was a tenth of the sender's processor time.
 */
public final class RedisScriptRunner {

    private static final LettuceExceptionConverter EXCEPTIONS = new LettuceExceptionConverter();

    private final RedisConnectionFactory connections;

    /** @param connections Lettuce's, with command time-outs */
    public RedisScriptRunner(RedisConnectionFactory connections) {
        this.connections = connections;
    }

    /**
     * What the script answers: a {@link Long} or a {@link String}, as it was declared.
     *
     * @throws org.springframework.dao.DataAccessException if Redis does not answer, or with an error
     */
    public <T> T run(RedisScript<T> script, List<String> keys, Object... arguments) {
        Class<T> result = Objects.requireNonNull(script.getResultType(), "scripts here answer something");
        Object answer = run(script, bytes(keys.stream()), bytes(Arrays.stream(arguments)));
        return result.cast(answer instanceof byte[] text ? new String(text, UTF_8) : answer);
    }

    private Object run(RedisScript<?> script, byte[][] keys, byte[][] arguments) {
        try (RedisConnection connection = connections.getConnection()) {
            return run(script, commands(connection), keys, arguments);
        } catch (RedisException e) {
            DataAccessException translated = EXCEPTIONS.convert(e);
            throw translated == null ? e : translated;
        }
    }

    private static Object run(
            RedisScript<?> script,
            RedisScriptingAsyncCommands<byte[], byte[]> redis,
            byte[][] keys,
            byte[][] arguments) {
        ScriptOutputType type =
                Long.class.equals(script.getResultType()) ? ScriptOutputType.INTEGER : ScriptOutputType.VALUE;
        try {
            return await(redis.evalsha(script.getSha1(), type, keys, arguments));
        } catch (RedisNoScriptException _) {
            return await(redis.eval(script.getScriptAsString().getBytes(UTF_8), type, keys, arguments));
        }
    }

    private static Object await(RedisFuture<Object> answer) {
        try {
            return answer.get();
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

    private static byte[][] bytes(Stream<?> texts) {
        return texts.map(text -> String.valueOf(text).getBytes(UTF_8)).toArray(byte[][]::new);
    }
}
