package com.dmverify.api.failure;

import com.dmverify.redis.RedisAvailability;
import com.dmverify.schemas.UndecodableEventException;
import io.lettuce.core.RedisCommandExecutionException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.redis.RedisConnectionFailureException;
import reactor.core.Exceptions;

/** Whether Redis or Kafka is unavailable: the same call succeeds later. */
public final class TransientFailure {

    private TransientFailure() {}

    /** Whether this error, one of its parts or one of their causes says so. */
    public static boolean isCauseOf(Throwable error) {
        return Exceptions.unwrapMultiple(error).stream().anyMatch(TransientFailure::isCauseOfOne);
    }

    private static boolean isCauseOfOne(Throwable error) {
        List<Throwable> causes = Stream.iterate(error, cause -> cause != null, Throwable::getCause)
                .toList();
        return causes.stream().noneMatch(TransientFailure::isPermanent)
                && (RedisAvailability.isUnavailable(error)
                        || causes.stream().anyMatch(TransientFailure::isUnavailable));
    }

    /** A record that cannot be decoded (its EOFException is no broken connection), or a Lua script that rejects its input. */
    private static boolean isPermanent(Throwable error) {
        return error instanceof UndecodableEventException
                || (error instanceof RedisCommandExecutionException && !RedisAvailability.isUnavailable(error));
    }

    private static boolean isUnavailable(Throwable error) {
        return error instanceof RedisConnectionFailureException
                || error instanceof QueryTimeoutException
                || error instanceof RetriableException
                || error instanceof InterruptException
                || error instanceof TryAgainException;
    }
}
