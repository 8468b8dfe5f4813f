package com.dmverify.sender.consume;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The outermost guard: an error that no other code expected, an {@link Error} too, costs its own record a pause, and no
 * other record anything. A record that fails so as often as an order may be tried is a dead letter.
 */
final class RecordGuard implements RecordHandler {

    private static final Logger LOG = LoggerFactory.getLogger(RecordGuard.class);

    private final RecordHandler handler;
    private final BiFunction<ConsumerRecord<String, byte[]>, Throwable, Optional<Instant>> deadLetter;
    private final FailurePolicy failures;
    private final Map<Place, Integer> counts = new ConcurrentHashMap<>();

    private record Place(String topic, int partition, long offset) {
        static Place of(ConsumerRecord<?, ?> record) {
            return new Place(record.topic(), record.partition(), record.offset());
        }
    }

    /** @param deadLetter ends a record that failed too often; what it answers is as in {@link RecordHandler#handle} */
    RecordGuard(
            RecordHandler handler,
            BiFunction<ConsumerRecord<String, byte[]>, Throwable, Optional<Instant>> deadLetter,
            FailurePolicy failures) {
        this.handler = handler;
        this.deadLetter = deadLetter;
        this.failures = failures;
    }

    @Override
    public Optional<Instant> handle(ConsumerRecord<String, byte[]> record) {
        return guarded(record, handler::handle);
    }

    @Override
    public Optional<Instant> putAside(ConsumerRecord<String, byte[]> record) {
        return guarded(record, handler::putAside);
    }

    private Optional<Instant> guarded(
            ConsumerRecord<String, byte[]> record, Function<ConsumerRecord<String, byte[]>, Optional<Instant>> work) {
        try {
            Optional<Instant> defer = work.apply(record);
            counts.remove(Place.of(record));
            return defer;
        } catch (Throwable e) {
            return failed(record, e);
        }
    }

    private Optional<Instant> failed(ConsumerRecord<String, byte[]> record, Throwable e) {
        LOG.error("Unexpected error with {}-{}@{}", record.topic(), record.partition(), record.offset(), e);
        Place place = Place.of(record);
        int times = counts.merge(place, 1, Integer::sum);
        if (!failures.backOff().isSpent(times)) {
            return Optional.of(failures.afterPause());
        }
        Optional<Instant> defer = deadLetter.apply(record, e);
        counts.remove(place);
        return defer;
    }
}
