package com.dmverify.api.outage;

import io.lettuce.core.RedisException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.kafka.KafkaException;

/**
 * Whether Redis or Kafka is away: then the same thing succeeds later. The reactive template does not translate everything,
 * so a broken connection may also come as what the driver or the operating system calls it, at any depth.
 */
public final class Outage {

    private Outage() {}

    /** Whether this error, or what caused it, says so. */
    public static boolean isCauseOf(Throwable error) {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause)
                .anyMatch(Outage::isAbsence);
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
