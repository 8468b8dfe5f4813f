package com.dmverify.sender.intake;

import java.time.Instant;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Where a partition stands after a batch.
 *
 * @param next everything before this offset may be let go
 * @param comeBack when the record at that offset has to come back; null if there is none that was not finished
 */
record Position(
        TopicPartition partition, long next, @Nullable Instant comeBack) {}
