package com.dmverify.api.failure;

import com.dmverify.redis.RedisAvailability;
import com.dmverify.schemas.UndecodableEventException;
import io.lettuce.core.RedisCommandExecutionException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.kafka.KafkaException;

/**
 * Whether Redis or Kafka is away: then the same thing succeeds later. Of an error that Redis answered, its first word decides,
 * whatever is around it.
 */
public final class TransientFailure {

    private TransientFailure() {}

    /** Whether this error, or what caused it, says so. */
    public static boolean isCauseOf(Throwable error) {
        List<Throwable> causes = Stream.iterate(error, cause -> cause != null, Throwable::getCause)
                .toList();
        return causes.stream().noneMatch(TransientFailure::isForGood)
                && (RedisAvailability.isUnavailable(error) || causes.stream().anyMatch(TransientFailure::isAbsence));
    }

    /** Damaged bytes (an end of file there is no connection that broke), or a script that fails on what it was given. */
    private static boolean isForGood(Throwable error) {
        return error instanceof UndecodableEventException
                || (error instanceof RedisCommandExecutionException && !RedisAvailability.isUnavailable(error));
    }

    private static boolean isAbsence(Throwable error) {
        return error instanceof DataAccessException
                || error instanceof KafkaException
                || error instanceof org.apache.kafka.common.KafkaException
                || error instanceof TimeoutException
                || error instanceof TryAgainException;
    }
}
