package com.dmverify.sender.consume;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The work of one partition: so many records of each account side by side, each on a virtual thread. When one is done,
 * those begin whose time has come and whose account has a place. The consumer only hands over what it has read, and
 * never waits for a record. Whatever is thrown, no place is lost and no record is forgotten.
 */
final class PartitionProcessor {

    private static final Logger LOG = LoggerFactory.getLogger(PartitionProcessor.class);

    private final OffsetTracker tracker;
    private final RecordHandler handler;
    private final Supplier<Instant> pause;
    private final Executor threads;
    private final WakeUp wakeUp;
    private final InFlight inFlight = new InFlight();
    private volatile boolean ended;

    /**
     * @param pause until when a record waits whose handler failed
     * @param timer runs a wake-up
     */
    PartitionProcessor(OffsetTracker tracker, RecordHandler handler, Supplier<Instant> pause, WakeUp.Timer timer) {
        this(
                tracker,
                handler,
                pause,
                timer,
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("order-", 0).factory()));
    }

    PartitionProcessor(
            OffsetTracker tracker,
            RecordHandler handler,
            Supplier<Instant> pause,
            WakeUp.Timer timer,
            Executor threads) {
        this.tracker = tracker;
        this.handler = handler;
        this.pause = pause;
        this.threads = threads;
        this.wakeUp = new WakeUp(tracker.clock(), timer, this::begin);
    }

    OffsetTracker tracker() {
        return tracker;
    }

    /** Takes over what was read, which may be nothing, and begins what is due. Returns at once. */
    void take(List<ConsumerRecord<String, byte[]>> records) {
        tracker.read(records);
        begin();
    }

    /** From now on nothing new is begun. */
    void beginNothing() {
        ended = true;
        wakeUp.end();
    }

    /** Whether all that is under way ended within this time. */
    boolean awaitEnd(Duration grace) {
        return inFlight.awaitNone(grace);
    }

    private void begin() {
        for (var due = next(); due.isPresent(); due = next()) {
            begin(due.get());
        }
        tracker.nextDue().ifPresent(wakeUp::at);
    }

    private Optional<OffsetTracker.Due> next() {
        return ended ? Optional.empty() : tracker.next();
    }

    private void begin(OffsetTracker.Due due) {
        inFlight.begin();
        try {
            threads.execute(() -> work(due));
        } catch (Throwable e) {
            // No memory for a thread, for example: the record waits, and its place is free again.
            inFlight.end();
            waits(due, e);
        }
    }

    private void work(OffsetTracker.Due due) {
        try {
            handle(due);
        } finally {
            inFlight.end();
        }
        begin();
    }

    private void handle(OffsetTracker.Due due) {
        ConsumerRecord<String, byte[]> record = due.value();
        try {
            Optional<Instant> defer = due.surplus() ? handler.putAside(record) : handler.handle(record);
            defer.ifPresentOrElse(until -> tracker.waits(record, until), () -> tracker.finished(record));
        } catch (Throwable e) {
            waits(due, e);
        }
    }

    private void waits(OffsetTracker.Due due, Throwable e) {
        tracker.waits(due.value(), pause.get());
        ConsumerRecord<?, ?> record = due.value();
        LOG.error("{}-{}@{} waits", record.topic(), record.partition(), record.offset(), e);
    }
}
