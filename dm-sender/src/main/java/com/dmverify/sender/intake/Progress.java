package com.dmverify.sender.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * How far one partition has come. Some of its records wait for their time, in memory; those behind them are read on and
 * finished meanwhile, so that nobody waits for somebody else's account. The offset to commit stays at the first that is
 * not finished.
 *
 * <p>Known to this owner of the partition only: after a rebalance its new owner reads from the committed offset, and the
 * ledger keeps anything from being sent twice. Thread-safe.
 */
final class Progress {

    private final Clock clock;
    private final NavigableSet<Long> open = new TreeSet<>();
    private final PriorityQueue<Waiting> waiting = new PriorityQueue<>(Comparator.comparing(Waiting::until)
            .thenComparingLong(waits -> waits.record().offset()));
    private long readTo;
    private long committed;

    private record Waiting(ConsumerRecord<String, byte[]> record, Instant until) {}

    Progress(Clock clock) {
        this.clock = clock;
    }

    /** These were read, in the order of their offsets. Kafka may hand a batch out twice: what is known counts once. */
    synchronized void read(List<ConsumerRecord<String, byte[]>> records) {
        Instant now = clock.instant();
        for (ConsumerRecord<String, byte[]> record : records) {
            if (record.offset() >= readTo) {
                readTo = record.offset() + 1;
                open.add(record.offset());
                waits(record, now);
            }
        }
    }

    /** The one whose time came first, if any has come: it does not wait any more. */
    synchronized Optional<ConsumerRecord<String, byte[]>> next() {
        Waiting first = waiting.peek();
        if (first == null || first.until().isAfter(clock.instant())) {
            return Optional.empty();
        }
        waiting.remove();
        return Optional.of(first.record());
    }

    /** It may be let go. */
    synchronized void finished(ConsumerRecord<String, byte[]> record) {
        open.remove(record.offset());
    }

    /** It has to come back. */
    synchronized void waits(ConsumerRecord<String, byte[]> record, Instant until) {
        waiting.add(new Waiting(record, until));
    }

    /** Everything before this offset may be let go for good. */
    synchronized long position() {
        return open.isEmpty() ? readTo : open.first();
    }

    /** Whether the brokers do not know the position yet. */
    synchronized boolean isUncommitted() {
        return position() != committed;
    }

    /** The brokers know this position. */
    synchronized void committed(long position) {
        committed = position;
    }

    /** How many records were read beyond the first that is not finished. */
    synchronized long ahead() {
        return readTo - position();
    }

    /** How many records were read and are not finished. */
    synchronized int unfinished() {
        return open.size();
    }
}
