package com.dmverify.sender.consume;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The records of one partition that wait for their time or for a place, in one queue for each account. Each account has
 * its own places (bulkhead), so a slow account takes none from another. Not thread-safe.
 */
final class AccountQueues {

    private final Map<String, AccountQueue> queues = new HashMap<>();
    private final int places;

    /**
     * A record in hand.
     *
     * @param returns how often it came back so far
     */
    record Entry(ConsumerRecord<String, byte[]> value, String account, Instant until, int returns, boolean surplus) {

        /** The same record, which came back once more. */
        Entry until(Instant later) {
            return new Entry(value, account, later, returns + 1, surplus);
        }
    }

    /** @param places how many records of one account are handled at a time */
    AccountQueues(int places) {
        this.places = places;
    }

    void add(Entry entry) {
        queues.computeIfAbsent(entry.account(), _ -> new AccountQueue()).waiting.add(entry);
    }

    /** Takes the entry whose time came first, of those whose account has a free place, and takes that place. */
    Optional<Entry> next(Instant now) {
        AccountQueue first = null;
        for (AccountQueue queue : queues.values()) {
            if (queue.running < places && queue.isDue(now) && (first == null || queue.isBefore(first))) {
                first = queue;
            }
        }
        if (first == null) {
            return Optional.empty();
        }
        first.running++;
        return Optional.of(first.waiting.remove());
    }

    /** When the next entry is due, of those whose account has a free place: the others are looked at when a place is free. */
    Optional<Instant> nextDue() {
        return queues.values().stream()
                .filter(queue -> queue.running < places && !queue.waiting.isEmpty())
                .map(queue -> queue.waiting.element().until())
                .min(Instant::compareTo);
    }

    /** Gives back the place that {@link #next} took for this entry. */
    void handled(Entry entry) {
        AccountQueue queue = queues.get(entry.account());
        if (queue != null) {
            queue.running--;
            if (queue.running == 0 && queue.waiting.isEmpty()) {
                queues.remove(entry.account());
            }
        }
    }

    /** How many records of this account are waiting or being handled. */
    int inHand(String account) {
        AccountQueue queue = queues.get(account);
        return queue == null ? 0 : queue.waiting.size() + queue.running;
    }

    private static final class AccountQueue {

        private static final Comparator<Entry> BY_TIME = Comparator.comparing((Entry entry) -> entry.until())
                .thenComparingLong(entry -> entry.value().offset());

        private final PriorityQueue<Entry> waiting = new PriorityQueue<>(BY_TIME);
        private int running;

        boolean isDue(Instant now) {
            Entry first = waiting.peek();
            return first != null && !first.until().isAfter(now);
        }

        boolean isBefore(AccountQueue other) {
            @Nullable Entry mine = waiting.peek();
            @Nullable Entry theirs = other.waiting.peek();
            return mine != null && theirs != null && BY_TIME.compare(mine, theirs) < 0;
        }
    }
}
