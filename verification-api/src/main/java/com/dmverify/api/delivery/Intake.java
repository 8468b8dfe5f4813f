package com.dmverify.api.delivery;

import com.dmverify.api.outage.Outage;
import com.dmverify.api.trace.CurrentTrace;
import com.dmverify.api.trace.RecordTrace;
import com.dmverify.api.trace.Trace;
import com.dmverify.schemas.EventCodec;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Works through what one poll brought: records of one key in their order, different keys beside each other. Returns when
 * every record is done, so that offsets move behind the work and never before it. A poisonous record goes to the dead letter
 * topic; any other failure fails the whole poll, which is then repeated: everything behind this door bears repetition. What
 * comes of a record continues its trace.
 */
final class Intake {

    private static final String NO_KEY = "";

    private final EventCodec codec;
    private final DeadLetters deadLetters;
    private final DeliveryProperties properties;

    Intake(EventCodec codec, DeadLetters deadLetters, DeliveryProperties properties) {
        this.codec = codec;
        this.deadLetters = deadLetters;
        this.properties = properties;
    }

    <T extends SpecificRecord> void take(
            List<ConsumerRecord<String, byte[]>> records, Class<T> type, Function<T, Mono<Void>> work) {
        Duration patience = properties.pollPatience();
        Flux.fromIterable(records)
                .groupBy(record -> record.key() == null ? NO_KEY : record.key(), records.size())
                .flatMap(sameKey -> sameKey.concatMap(record -> handle(record, type, work)), records.size())
                .then()
                .block(patience);
    }

    private <T extends SpecificRecord> Mono<Void> handle(
            ConsumerRecord<String, byte[]> record, Class<T> type, Function<T, Mono<Void>> work) {
        return Mono.defer(() -> work.apply(codec.decode(record.value(), type)))
                .onErrorResume(Intake::isPoison, poison -> deadLetters.bury(record, poison))
                .contextWrite(CurrentTrace.is(RecordTrace.in(record.headers()).orElseGet(Trace::begin)));
    }

    /** What no repetition heals; a store or a broker that is away comes back. */
    private static boolean isPoison(Throwable error) {
        return !Outage.isCauseOf(error);
    }
}
