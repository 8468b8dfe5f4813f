package com.dmverify.sender.intake;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The work of one partition: so many records side by side, each on a virtual thread; whoever is done with one goes on
 * with the next whose time has come. The consumer only hands over what it has read, and never waits for a record.
 */
final class PartitionWork {

    private static final Executor THREADS = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("order-", 0).factory());

    private final Progress progress;
    private final RecordHandler handler;
    private final int most;
    private final Semaphore places;
    private volatile boolean ended;

    /** @param most how many records are handled at a time */
    PartitionWork(Progress progress, RecordHandler handler, int most) {
        this.progress = progress;
        this.handler = handler;
        this.most = most;
        this.places = new Semaphore(most);
    }

    Progress progress() {
        return progress;
    }

    /** Takes over what was read, which may be nothing, and begins what is due. Returns at once. */
    void take(List<ConsumerRecord<String, byte[]>> records) {
        progress.read(records);
        begin();
    }

    /** From now on nothing new is begun. */
    void beginNothing() {
        ended = true;
    }

    /** Whether all that is under way ended within this time. */
    boolean awaitEnd(Duration grace) {
        try {
            return places.tryAcquire(most, grace.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void begin() {
        while (places.tryAcquire()) {
            Optional<ConsumerRecord<String, byte[]>> first = next();
            if (first.isEmpty()) {
                places.release();
                return;
            }
            THREADS.execute(() -> workFrom(first));
        }
    }

    private void workFrom(Optional<ConsumerRecord<String, byte[]>> first) {
        try {
            for (var record = first; record.isPresent(); record = next()) {
                handle(record.get());
            }
        } finally {
            places.release();
        }
        // One that became due while this place was still taken.
        begin();
    }

    private Optional<ConsumerRecord<String, byte[]>> next() {
        return ended ? Optional.empty() : progress.next();
    }

    private void handle(ConsumerRecord<String, byte[]> record) {
        handler.handle(record).ifPresentOrElse(until -> progress.waits(record, until), () -> progress.finished(record));
    }
}
