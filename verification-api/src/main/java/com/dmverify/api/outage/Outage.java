package com.dmverify.api.outage;

import com.dmverify.schemas.UndecodableEventException;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.kafka.KafkaException;

/**
 * Whether Redis or Kafka is away: then the same thing succeeds later. The reactive template does not translate everything,
 * so a broken connection may also come as what the driver or the operating system calls it, at any depth.
 */
public final class Outage {

    /** Redis names the line of a script that failed so. */
    private static final String SCRIPT_FAILED = "user_script";

    private Outage() {}

    /** Whether this error, or what caused it, says so. */
    public static boolean isCauseOf(Throwable error) {
        List<Throwable> causes = Stream.iterate(error, cause -> cause != null, Throwable::getCause)
                .toList();
        return causes.stream().noneMatch(Outage::isForGood) && causes.stream().anyMatch(Outage::isAbsence);
    }

    /** Damaged bytes (an end of file there is no connection that broke), or a script that fails on what it was given. */
    private static boolean isForGood(Throwable error) {
        return error instanceof UndecodableEventException
                || (error instanceof RedisCommandExecutionException
                        && String.valueOf(error.getMessage()).contains(SCRIPT_FAILED));
    }

    private static boolean isAbsence(Throwable error) {
        return error instanceof DataAccessException
                || error instanceof RedisException
                || error instanceof KafkaException
                || error instanceof org.apache.kafka.common.KafkaException
                || error instanceof TimeoutException
                || error instanceof IOException;
    }
}
