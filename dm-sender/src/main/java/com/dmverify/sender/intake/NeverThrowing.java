package com.dmverify.sender.intake;

import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The outermost guard: an error that nobody foresaw costs its own record a pause, and nobody else anything. */
record NeverThrowing(RecordHandler handler, OrderHandler.Setbacks setbacks) implements RecordHandler {

    private static final Logger LOG = LoggerFactory.getLogger(NeverThrowing.class);

    @Override
    public Optional<Instant> handle(ConsumerRecord<String, byte[]> record) {
        try {
            return handler.handle(record);
        } catch (RuntimeException e) {
            LOG.error("{}-{}@{} waits", record.topic(), record.partition(), record.offset(), e);
            return Optional.of(setbacks.afterPause());
        }
    }
}
