package com.dmverify.api.kafka;

import com.dmverify.api.trace.RecordSpans;
import com.dmverify.schemas.EventCodec;
import com.dmverify.support.record.RecordFailedException;
import com.dmverify.support.record.RecordGuard;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.support.Acknowledgment;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Processes the records of one poll: those of one key in their order, different keys in parallel. Returns when every record is
 * done, so that offsets are committed after the work and never before it. A record ends as done, in its retry topic or as a dead
 * letter; only if Redis or Kafka is unavailable, the poll fails and is repeated, so the work must be idempotent. The work
 * continues the trace of its record.
 */
public final class KeyedBatchProcessor {

    private static final String NO_KEY = "";

    /** Until a record whose time has not come is looked at again. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final EventCodec codec;
    private final RecordGuard guard;
    private final FailedRecords failed;
    private final RecordSpans spans;
    private final Clock clock;
    private final Duration longest;
    private final Duration longestRecord;

    KeyedBatchProcessor(
            EventCodec codec,
            RecordGuard guard,
            FailedRecords failed,
            RecordSpans spans,
            Clock clock,
            KafkaProperties properties) {
        this.codec = codec;
        this.guard = guard;
        this.failed = failed;
        this.spans = spans;
        this.clock = clock;
        this.longest = properties.pollTimeout();
        this.longestRecord = properties.recordTimeout();
    }

    /** Processes the records of one poll; returns when each of them is done. */
    public <T extends SpecificRecord> void process(
            List<ConsumerRecord<String, byte[]>> records, Class<T> type, Function<T, Mono<Void>> work) {
        process(records, record -> work.apply(codec.decode(record.value(), type)));
    }

    /** The same for work that decodes its record itself. */
    public void process(
            List<ConsumerRecord<String, byte[]>> records, Function<ConsumerRecord<String, byte[]>, Mono<Void>> work) {
        Flux.fromIterable(records)
                .groupBy(record -> record.key() == null ? NO_KEY : record.key(), records.size())
                .flatMap(sameKey -> sameKey.concatMap(record -> handle(record, work)), records.size())
                .then()
                .block(longest);
    }

    /** Works through records of a retry topic, one after the other, up to the first that may not be tried yet. */
    public <T extends SpecificRecord> void processAgain(
            List<ConsumerRecord<String, byte[]>> records,
            Acknowledgment acknowledgment,
            Class<T> type,
            Function<T, Mono<Void>> work) {
        processAgain(records, acknowledgment, record -> work.apply(codec.decode(record.value(), type)));
    }

    /** The same for work that decodes its record itself. */
    public void processAgain(
            List<ConsumerRecord<String, byte[]>> records,
            Acknowledgment acknowledgment,
            Function<ConsumerRecord<String, byte[]>, Mono<Void>> work) {
        for (int i = 0; i < records.size(); i++) {
            ConsumerRecord<String, byte[]> record = records.get(i);
            if (RetryTopic.notBefore(record).filter(clock.instant()::isBefore).isPresent()) {
                acknowledgment.nack(i, LOOK_AGAIN);
                return;
            }
            handle(record, work).block(longest);
        }
        acknowledgment.acknowledge();
    }

    private Mono<Void> handle(
            ConsumerRecord<String, byte[]> record, Function<ConsumerRecord<String, byte[]>, Mono<Void>> work) {
        Mono<Void> guarded = guard.guardMono(record, longestRecord, () -> work.apply(record));
        return spans.process(record, guarded)
                .onErrorResume(RecordFailedException.class, failure -> failed.decide(record, failure));
    }
}
