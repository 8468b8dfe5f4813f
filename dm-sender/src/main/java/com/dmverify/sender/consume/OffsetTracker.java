package com.dmverify.sender.consume;

import com.dmverify.sender.consume.AccountQueues.Entry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * How far one partition has come. Some of its records wait for their time, in memory; those behind them are read on and
 * finished meanwhile, so that no account waits for another. The offset to commit stays at the first that is not
 * finished.
 *
 * <p>Known to this owner of the partition only: after a rebalance its new owner reads from the committed offset, and the
 * ledger keeps anything from being sent twice. Thread-safe.
 */
final class OffsetTracker {

    /** Whatever made a record come back, it is not handled again without a pause; the pause doubles to the longest. */
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(20);

    private static final int MOST_DOUBLINGS = 6;

    private final Clock clock;
    private final Function<ConsumerRecord<String, byte[]>, String> accountOf;
    private final Bulkhead bulkhead;
    private final AccountQueues queues;
    private final IdentityHashMap<ConsumerRecord<String, byte[]>, Entry> running = new IdentityHashMap<>();
    private final TreeMap<Long, Integer> open = new TreeMap<>();
    private final KnownOffsets known = new KnownOffsets();
    private long readTo;
    private long committed;

    /**
     * What one account may take of a partition.
     *
     * @param places records that are handled at a time
     * @param inHand records that are kept in memory; those beyond are surplus
     */
    record Bulkhead(int places, int inHand) {}

    /** A record whose time has come. A surplus one is not to be carried out but to be put aside. */
    record Due(ConsumerRecord<String, byte[]> value, boolean surplus) {}

    OffsetTracker(Clock clock, Function<ConsumerRecord<String, byte[]>, String> accountOf, Bulkhead bulkhead) {
        this.clock = clock;
        this.accountOf = accountOf;
        this.bulkhead = bulkhead;
        this.queues = new AccountQueues(bulkhead.places());
    }

    /** The clock by which records are due. */
    Clock clock() {
        return clock;
    }

    /** These were read, in the order of their offsets. Kafka may hand a batch out twice: what is known counts once. */
    synchronized void read(List<ConsumerRecord<String, byte[]>> records) {
        Instant now = clock.instant();
        for (ConsumerRecord<String, byte[]> record : records) {
            if (record.offset() < readTo && known.contains(record)) {
                continue;
            }
            if (record.offset() < readTo) {
                startAgainAt(record.offset());
            }
            readTo = record.offset() + 1;
            open.put(record.offset(), KnownOffsets.identity(record));
            known.add(record);
            queues.add(entry(record, now));
        }
    }

    /** The log was cut here, or begins again. What was read beyond is carried out, and moves no offset any more. */
    private void startAgainAt(long offset) {
        open.tailMap(offset, true).clear();
        known.forgetFrom(offset);
    }

    private Entry entry(ConsumerRecord<String, byte[]> record, Instant now) {
        String account = accountOf.apply(record);
        boolean surplus = queues.inHand(account) >= bulkhead.inHand();
        // Surplus records have a queue of their own: putting them aside does not wait for their slow account.
        return new Entry(record, surplus ? account + "#surplus" : account, now, 0, surplus);
    }

    /** The one whose time came first, if any has come and its account has a place: it does not wait any more. */
    synchronized Optional<Due> next() {
        return queues.next(clock.instant()).map(entry -> {
            running.put(entry.value(), entry);
            return new Due(entry.value(), entry.surplus());
        });
    }

    /** When the next waiting record is due whose account has a place. */
    synchronized Optional<Instant> nextDue() {
        return queues.nextDue();
    }

    /** It may be let go. */
    synchronized void finished(ConsumerRecord<String, byte[]> record) {
        Entry entry = running.remove(record);
        if (entry != null) {
            queues.handled(entry);
        }
        open.remove(record.offset(), KnownOffsets.identity(record));
    }

    /** It has to come back, then or a little later. */
    synchronized void waits(ConsumerRecord<String, byte[]> record, Instant until) {
        Entry entry = running.get(record);
        if (entry != null) {
            Instant soonest =
                    clock.instant().plus(SHORTEST_PAUSE.multipliedBy(1L << Math.min(entry.returns(), MOST_DOUBLINGS)));
            queues.add(entry.until(until.isBefore(soonest) ? soonest : until));
            running.remove(record);
            queues.handled(entry);
        }
    }

    /** Everything before this offset may be let go for good. */
    synchronized long position() {
        return open.isEmpty() ? readTo : open.firstKey();
    }

    /** Whether the brokers do not know the position yet. */
    synchronized boolean isUncommitted() {
        return position() != committed;
    }

    /** The brokers know this position. */
    synchronized void committed(long position) {
        committed = position;
    }

    /** How many records were read and are not finished. */
    synchronized int unfinished() {
        return open.size();
    }
}
