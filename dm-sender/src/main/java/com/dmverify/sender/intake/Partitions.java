package com.dmverify.sender.intake;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * The work of every partition that this replica owns, by the consumer that owns it: one that lost a partition without
 * noticing must not touch what the next owner, maybe in this very process, knows of it.
 */
public final class Partitions {

    private final Map<Owned, PartitionWork> works = new ConcurrentHashMap<>();
    private final RecordHandler handler;
    private final Clock clock;
    private final int concurrency;

    private record Owned(Consumer<?, ?> owner, TopicPartition partition) {}

    /** @param concurrency how many records of one partition are handled at a time */
    public Partitions(OrderHandler handler, RecordTrace trace, OrderHandler.Setbacks setbacks, int concurrency) {
        this(
                new NeverThrowing(record -> trace.around(record, () -> handler.handle(record)), setbacks),
                setbacks.clock(),
                concurrency);
    }

    Partitions(RecordHandler handler, Clock clock, int concurrency) {
        this.handler = handler;
        this.clock = clock;
        this.concurrency = concurrency;
    }

    PartitionWork of(Consumer<?, ?> owner, TopicPartition partition) {
        return works.computeIfAbsent(
                new Owned(owner, partition), _ -> new PartitionWork(new Progress(clock), handler, concurrency));
    }

    /** The partition belongs to somebody else now. */
    void forget(Consumer<?, ?> owner, TopicPartition partition) {
        works.remove(new Owned(owner, partition));
    }

    /** How many orders are in hand: under way, or waiting for a place, a budget, an account or the time of a retry. */
    public int unfinished() {
        return works.values().stream()
                .mapToInt(work -> work.progress().unfinished())
                .sum();
    }
}
