package com.dmverify.sender.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far one partition has come. Some of its records wait for their time; those behind them are read on and finished
 * meanwhile, so that nobody waits for somebody else's account. The offset to commit stays at the first that waits;
 * what is finished ahead of it is remembered, so that it is not handled again when the partition is read again from
 * there.
 *
 * <p>Known to this owner of the partition only: after a rebalance the ledger keeps anything from being sent twice.
 * Thread-safe.
 */
final class Progress {

    private final Clock clock;
    private final Set<Long> finished = new HashSet<>();
    private final NavigableMap<Long, Instant> waiting = new TreeMap<>();
    private long readTo;
    private long committed;
    private @Nullable Long soughtTo;

    Progress(Clock clock) {
        this.clock = clock;
    }

    /** Whether there is something to do for this record now. */
    synchronized boolean isOpen(long offset) {
        Instant until = waiting.get(offset);
        return !finished.contains(offset) && (until == null || !until.isAfter(clock.instant()));
    }

    /** It may be let go. */
    synchronized void finished(long offset) {
        waiting.remove(offset);
        finished.add(offset);
    }

    /** It has to come back. */
    synchronized void waits(long offset, Instant until) {
        waiting.put(offset, until);
    }

    /** All records from the first offset to before the end were looked at. */
    synchronized void read(long first, long end) {
        if (soughtTo != null && soughtTo < first) {
            // Whoever waited there is not in the topic any more.
            waiting.subMap(soughtTo, first).clear();
        }
        soughtTo = null;
        readTo = Math.max(readTo, end);
        long position = position();
        finished.removeIf(offset -> offset < position);
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
    }

    /** The first record whose time has come. */
    synchronized Optional<Long> firstDue() {
        Instant now = clock.instant();
        return waiting.entrySet().stream()
                .filter(entry -> !entry.getValue().isAfter(now))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The partition is read again from here. */
    synchronized void soughtTo(long offset) {
        soughtTo = offset;
    }

    /** How many records were read beyond the first that waits. */
    synchronized long ahead() {
        return readTo - position();
    }

    /** How many records wait. */
    synchronized int waiting() {
        return waiting.size();
    }
}
