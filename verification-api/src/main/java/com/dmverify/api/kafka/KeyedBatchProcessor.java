package com.dmverify.api.kafka;

import com.dmverify.api.trace.CurrentTrace;
import com.dmverify.api.trace.RecordTrace;
import com.dmverify.api.trace.Trace;
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
 * Works through what one poll brought: records of one key in their order, different keys beside each other. Returns when
 * every record is done, so that offsets move behind the work and never before it. Whatever a record throws, it ends as done, as
 * a record to be tried later or as a dead letter; only a store or a broker that is away fails the poll, which is then repeated:
 * everything behind this bears repetition. What comes of a record continues its trace.
 */
public final class KeyedBatchProcessor {

    private static final String NO_KEY = "";

    /** Until a record whose time has not come is looked at again. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final EventCodec codec;
    private final RecordGuard guard;
    private final FailedRecords failed;
    private final Clock clock;
    private final Duration longest;
    private final Duration longestRecord;

    KeyedBatchProcessor(
            EventCodec codec, RecordGuard guard, FailedRecords failed, Clock clock, KafkaProperties properties) {
        this.codec = codec;
        this.guard = guard;
        this.failed = failed;
        this.clock = clock;
        this.longest = properties.pollTimeout();
        this.longestRecord = properties.recordTimeout();
    }

    /** Processes the records of one poll; returns when each of them is done. */
    public <T extends SpecificRecord> void process(
            List<ConsumerRecord<String, byte[]>> records, Class<T> type, Function<T, Mono<Void>> work) {
        Flux.fromIterable(records)
                .groupBy(record -> record.key() == null ? NO_KEY : record.key(), records.size())
                .flatMap(sameKey -> sameKey.concatMap(record -> handle(record, type, work)), records.size())
                .then()
                .block(longest);
    }

    /** Works through records of a retry topic, one after the other, up to the first that may not be tried yet. */
    public <T extends SpecificRecord> void processAgain(
            List<ConsumerRecord<String, byte[]>> records,
            Acknowledgment acknowledgment,
            Class<T> type,
            Function<T, Mono<Void>> work) {
        for (int i = 0; i < records.size(); i++) {
            ConsumerRecord<String, byte[]> record = records.get(i);
            if (RetryTopic.notBefore(record).filter(clock.instant()::isBefore).isPresent()) {
                acknowledgment.nack(i, LOOK_AGAIN);
                return;
            }
            handle(record, type, work).block(longest);
        }
        acknowledgment.acknowledge();
    }

    private <T extends SpecificRecord> Mono<Void> handle(
            ConsumerRecord<String, byte[]> record, Class<T> type, Function<T, Mono<Void>> work) {
        return guard.guardMono(record, longestRecord, () -> work.apply(codec.decode(record.value(), type)))
                .onErrorResume(RecordFailedException.class, failure -> failed.decide(record, failure))
                .contextWrite(CurrentTrace.is(RecordTrace.in(record.headers()).orElseGet(Trace::begin)));
    }
}
