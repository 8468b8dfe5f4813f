package com.dmverify.sender.intake;

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
    private final OrderHandler.Setbacks setbacks;
    private final Map<Place, Integer> failures = new ConcurrentHashMap<>();

    private record Place(String topic, int partition, long offset) {
        static Place of(ConsumerRecord<?, ?> record) {
            return new Place(record.topic(), record.partition(), record.offset());
        }
    }

    /** @param deadLetter ends a record that failed too often; what it answers is as in {@link RecordHandler#handle} */
    RecordGuard(
            RecordHandler handler,
            BiFunction<ConsumerRecord<String, byte[]>, Throwable, Optional<Instant>> deadLetter,
            OrderHandler.Setbacks setbacks) {
        this.handler = handler;
        this.deadLetter = deadLetter;
        this.setbacks = setbacks;
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
            Optional<Instant> comeBack = work.apply(record);
            failures.remove(Place.of(record));
            return comeBack;
        } catch (Throwable e) {
            return failed(record, e);
        }
    }

    private Optional<Instant> failed(ConsumerRecord<String, byte[]> record, Throwable e) {
        LOG.error("Unexpected error with {}-{}@{}", record.topic(), record.partition(), record.offset(), e);
        Place place = Place.of(record);
        int times = failures.merge(place, 1, Integer::sum);
        if (!setbacks.backOff().isSpent(times)) {
            return Optional.of(setbacks.afterPause());
        }
        Optional<Instant> comeBack = deadLetter.apply(record, e);
        failures.remove(place);
        return comeBack;
    }
}
