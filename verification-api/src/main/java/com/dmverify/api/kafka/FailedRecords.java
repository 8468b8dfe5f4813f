package com.dmverify.api.kafka;

import com.dmverify.support.record.DeadLetterWriter;
import com.dmverify.support.record.RecordFailedException;
import java.time.Duration;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;

/**
 * Decides what becomes of a record whose work failed: it comes again with its poll, it is tried again later, or it becomes a
 * dead letter. A record that the retry topic refuses for good (too large, no rights) becomes a dead letter as well.
 */
final class FailedRecords {

    private static final Logger log = LoggerFactory.getLogger(FailedRecords.class);

    private final DeadLetterWriter deadLetters;
    private final RetryTopic retries;
    private final Duration unknownFor;

    /** @param unknownFor how long a record is tried again before it becomes a dead letter */
    FailedRecords(DeadLetterWriter deadLetters, RetryTopic retries, Duration unknownFor) {
        this.deadLetters = deadLetters;
        this.retries = retries;
        this.unknownFor = unknownFor;
    }

    /** Completes when the record may be let go; fails if it has to come again. */
    Mono<Void> decide(ConsumerRecord<String, byte[]> record, RecordFailedException failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return switch (RecordFailure.of(cause)) {
            case UNAVAILABLE -> Mono.error(failure);
            case NOT_YET -> later(record, cause);
            case PERMANENT -> deadLetter(record, cause);
        };
    }

    private Mono<Void> later(ConsumerRecord<String, byte[]> record, Throwable cause) {
        int attempt = RetryTopic.attempt(record);
        if (BackOff.before(attempt).compareTo(unknownFor) >= 0) {
            return deadLetter(record, cause);
        }
        return retries.keep(RetryTopic.original(record), attempt, cause)
                .onErrorResume(refusal -> RecordFailure.of(refusal) == RecordFailure.PERMANENT, refusal -> {
                    log.atError()
                            .addKeyValue("record", record.topic() + "-" + record.partition() + "@" + record.offset())
                            .addKeyValue("reason", refusal.toString())
                            .log("record.retry_refused");
                    return deadLetter(record, cause);
                });
    }

    private Mono<Void> deadLetter(ConsumerRecord<String, byte[]> record, Throwable cause) {
        String causes = Exceptions.unwrapMultiple(cause).stream()
                .map(DeadLetterWriter::causeOf)
                .distinct()
                .collect(Collectors.joining("; "));
        return Mono.fromFuture(
                () -> deadLetters.write(RetryTopic.original(record), causes, RetryTopic.attempt(record)));
    }
}
