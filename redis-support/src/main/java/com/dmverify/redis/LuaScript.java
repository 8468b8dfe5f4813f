package com.dmverify.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.async.RedisScriptingAsyncCommands;
import io.lettuce.core.codec.Base16;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * A Lua script of a service. It is sent by its SHA-1, and with its text only where Redis does not have it yet: after a restart,
 * or on another node. Redis keeps nothing else of it.
 *
 * <p>Thread-safe.
 */
public final class LuaScript {

    private final String name;
    private final byte[] text;
    private final String sha1;

    private LuaScript(String name, byte[] text) {
        this.name = name;
        this.text = text;
        this.sha1 = Base16.digest(text);
    }

    /**
     * Reads {@code /lua/<name>.lua} from the class path of the service, once.
     *
     * @param service a class of the service
     * @throws IllegalArgumentException if there is no such script
     */
    public static LuaScript load(Class<?> service, String name) {
        try (InputStream resource = service.getResourceAsStream("/lua/" + name + ".lua")) {
            if (resource == null) {
                throw new IllegalArgumentException("There is no script /lua/" + name + ".lua");
            }
            return new LuaScript(name, resource.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A script with this text. */
    public static LuaScript of(String name, String text) {
        return new LuaScript(name, text.getBytes(UTF_8));
    }

    /**
     * Runs the script on a connection.
     *
     * @param redis of a connection that takes bytes
     * @param type how Lettuce reads the answer: {@code INTEGER} is a {@link Long}, {@code VALUE} bytes, {@code MULTI} a list
     * @return the answer, or the error of Redis or of the connection; the script is never sent again after an error, except when
     *     Redis did not know it and so did not run it
     */
    public <T> CompletionStage<T> run(
            RedisScriptingAsyncCommands<byte[], byte[]> redis,
            ScriptOutputType type,
            byte[][] keys,
            byte[]... arguments) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        redis.<T>evalsha(sha1, type, keys, arguments).whenComplete((value, error) -> {
            if (error == null) {
                answer.complete(value);
            } else if (cause(error) instanceof RedisNoScriptException) {
                redis.<T>eval(text, type, keys, arguments).whenComplete((again, failure) -> {
                    if (failure == null) {
                        answer.complete(again);
                    } else {
                        answer.completeExceptionally(cause(failure));
                    }
                });
            } else {
                answer.completeExceptionally(cause(error));
            }
        });
        return answer;
    }

    /** The text, for a client that sends and caches scripts by itself. */
    public String text() {
        return new String(text, UTF_8);
    }

    /** The name of the file, without its ending. */
    @Override
    public String toString() {
        return name;
    }

    private static Throwable cause(Throwable error) {
        return error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
    }
}
