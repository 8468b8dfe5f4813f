package com.dmverify.api.kafka;

import com.dmverify.api.failure.TransientFailure;
import com.dmverify.api.store.NewerFormatException;
import com.dmverify.schemas.UnknownSchemaException;
import com.dmverify.support.record.DeadLetterWriter;
import com.dmverify.support.record.RecordFailedException;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import reactor.core.publisher.Mono;

/**
 * Decides what becomes of a record whose work failed. A store or a broker that is away: it comes again with its poll. Something
 * of a newer version: it is tried again later, and becomes a dead letter after a time. Anything else: a dead letter.
 */
final class FailedRecords {

    private final DeadLetterWriter deadLetters;
    private final RetryTopic retries;
    private final Duration unknownFor;

    FailedRecords(DeadLetterWriter deadLetters, RetryTopic retries, Duration unknownFor) {
        this.deadLetters = deadLetters;
        this.retries = retries;
        this.unknownFor = unknownFor;
    }

    /** Completes when the record may be let go; fails if it has to come again. */
    Mono<Void> decide(ConsumerRecord<String, byte[]> record, RecordFailedException failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        if (TransientFailure.isCauseOf(cause)) {
            return Mono.error(failure);
        }
        ConsumerRecord<String, byte[]> original = RetryTopic.original(record);
        int attempt = RetryTopic.attempt(record);
        return isNotYet(cause) && BackOff.before(attempt).compareTo(unknownFor) < 0
                ? retries.keep(original, attempt, cause)
                : Mono.fromFuture(() -> deadLetters.write(original, DeadLetterWriter.causeOf(cause), attempt));
    }

    private static boolean isNotYet(Throwable cause) {
        return cause instanceof UnknownSchemaException || cause instanceof NewerFormatException;
    }
}
