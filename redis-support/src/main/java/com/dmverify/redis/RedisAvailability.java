package com.dmverify.redis;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandInterruptedException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.cluster.PartitionSelectorException;
import io.netty.channel.unix.Errors.NativeIoException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Whether an error means that Redis is unavailable: the same command succeeds later. Then a caller gets 503 with {@code
 * Retry-After}, a record is tried again, and nothing becomes a dead letter.
 */
public final class RedisAvailability {

    /**
     * First words of errors. Redis 7 appends the script and its line to every error of a {@code redis.call}, so only the
     * first word says whether the script is at fault. Source: {@code server.c} and {@code cluster.c} of Redis. The second
     * line: a login that is being rotated, and slots that are moving.
     */
    private static final Set<String> UNAVAILABLE = Set.of(
            "OOM",
            "READONLY",
            "NOREPLICAS",
            "MISCONF",
            "LOADING",
            "MASTERDOWN",
            "CLUSTERDOWN",
            "TRYAGAIN",
            "BUSY",
            "NOAUTH",
            "WRONGPASS",
            "NOPERM",
            "MOVED",
            "ASK");

    private RedisAvailability() {}

    /** Looks at the error and its causes; the one that is nearest to Redis decides. */
    public static boolean isUnavailable(@Nullable Throwable error) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        boolean unavailable = false;
        for (Throwable cause = error; cause != null && seen.add(cause); cause = cause.getCause()) {
            if (cause instanceof RedisCommandExecutionException answer) {
                unavailable |= UNAVAILABLE.contains(ErrorWord.of(answer.getMessage()));
            } else {
                unavailable |= isConnectionTrouble(cause);
            }
        }
        return unavailable;
    }

    private static boolean isConnectionTrouble(Throwable cause) {
        return cause instanceof RedisConnectionException
                || cause instanceof NotReplicatedException
                || cause instanceof RedisCommandTimeoutException
                || cause instanceof RedisCommandInterruptedException
                || cause instanceof PartitionSelectorException
                // "Currently not connected", "Connection disconnected": Lettuce has no type of its own for these.
                || (cause.getClass() == RedisException.class && cause.getCause() == null)
                || cause instanceof TimeoutException
                || isNetworkTrouble(cause);
    }

    /** Not every {@link IOException}: a damaged text is one as well. */
    private static boolean isNetworkTrouble(Throwable cause) {
        return cause instanceof SocketException
                || cause instanceof SocketTimeoutException
                || cause instanceof ClosedChannelException
                || cause instanceof UnknownHostException
                || cause instanceof SSLException
                || cause instanceof NativeIoException
                // "Connection reset by peer" of java.nio
                || cause.getClass() == IOException.class;
    }
}
