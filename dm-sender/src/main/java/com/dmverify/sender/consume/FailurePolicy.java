package com.dmverify.sender.consume;

import com.dmverify.sender.retry.BackOff;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How the consumer reacts when something of ours fails.
 *
 * @param unknownFor how long a record of an unknown schema is tried again, before it is a dead letter
 * @param pause while Kafka or Redis is away
 * @param backOff after an unexpected error; when it is spent the record is a dead letter
 */
public record FailurePolicy(Clock clock, Duration unknownFor, Duration pause, BackOff backOff) {

    Instant afterPause() {
        return clock.instant().plus(pause);
    }
}
