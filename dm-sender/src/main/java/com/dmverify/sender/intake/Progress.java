package com.dmverify.sender.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * How far one partition has come. Some of its records wait for their time, in memory; those behind them are read on and
 * finished meanwhile, so that nobody waits for somebody else's account. The offset to commit stays at the first that
 * waits; what is finished ahead of it is remembered.
 *
 * <p>Known to this owner of the partition only: after a rebalance its new owner reads from the committed offset, and the
 * ledger keeps anything from being sent twice. Thread-safe.
 */
final class Progress {

    private final Clock clock;
    private final Set<Long> finished = new HashSet<>();
    private final NavigableMap<Long, Waiting> waiting = new TreeMap<>();
    private long readTo;
    private long committed;

    private record Waiting(ConsumerRecord<String, byte[]> record, Instant until) {}

    Progress(Clock clock) {
        this.clock = clock;
    }

    /** Whether nobody has looked at this record yet: Kafka may hand a batch out twice. */
    synchronized boolean isNew(ConsumerRecord<String, byte[]> record) {
        long offset = record.offset();
        return offset >= position() && !finished.contains(offset) && !waiting.containsKey(offset);
    }

    /** It may be let go. */
    synchronized void finished(ConsumerRecord<String, byte[]> record) {
        waiting.remove(record.offset());
        finished.add(record.offset());
    }

    /** It has to come back. */
    synchronized void waits(ConsumerRecord<String, byte[]> record, Instant until) {
        waiting.put(record.offset(), new Waiting(record, until));
    }

    /** Everything before this offset was looked at. */
    synchronized void readTo(long end) {
        readTo = Math.max(readTo, end);
        tidy();
    }

    /** Everything before this offset may be let go for good. */
    synchronized long position() {
        return waiting.isEmpty() ? readTo : waiting.firstKey();
    }

    /** Whether the brokers do not know the position yet. */
    synchronized boolean isUncommitted() {
        return position() != committed;
    }

    /** The brokers know this position. */
    synchronized void committed(long position) {
        committed = position;
        tidy();
    }

    /** The first records whose time has come. */
    synchronized List<ConsumerRecord<String, byte[]>> due(int most) {
        Instant now = clock.instant();
        return waiting.values().stream()
                .filter(waits -> !waits.until().isAfter(now))
                .limit(most)
                .map(Waiting::record)
                .toList();
    }

    /** How many records were read beyond the first that waits. */
    synchronized long ahead() {
        return readTo - position();
    }

    /** How many records wait. */
    synchronized int waiting() {
        return waiting.size();
    }

    private void tidy() {
        long position = position();
        finished.removeIf(offset -> offset < position);
    }
}
