package com.dmverify.sender.consume;

import com.dmverify.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * The work of every partition that this replica owns, by the consumer that owns it: one that lost a partition without
 * noticing must not touch what the next owner, maybe in this very process, knows of it.
 */
public final class PartitionProcessors implements AutoCloseable {

    private final Map<Owned, PartitionProcessor> works = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = timer();
    private final RecordHandler handler;
    private final FailurePolicy failures;
    private final Sharing sharing;

    private record Owned(Consumer<?, ?> owner, TopicPartition partition) {}

    /**
     * How accounts share a partition.
     *
     * @param accountOf which account's places a record takes
     * @param places records of one account and partition that are handled at a time
     * @param inHand records of one account and partition that are kept in memory. Those beyond are put into the retry
     *     topic, so that the records behind them, of other accounts, are reached
     */
    public record Sharing(Function<ConsumerRecord<String, byte[]>, String> accountOf, int places, int inHand) {

        /** What is put aside comes to the retry topic, so from there nothing is put aside again. */
        OffsetTracker.Bulkhead bulkhead(TopicPartition partition) {
            boolean retry = partition.topic().endsWith(Topics.RETRY);
            return new OffsetTracker.Bulkhead(places, retry ? Integer.MAX_VALUE : inHand);
        }
    }

    public PartitionProcessors(OrderHandler handler, RecordTrace trace, FailurePolicy failures, Sharing sharing) {
        this(new RecordGuard(new Traced(handler, trace), handler::deadLetter, failures), failures, sharing);
    }

    PartitionProcessors(RecordHandler handler, FailurePolicy failures, Sharing sharing) {
        this.handler = handler;
        this.failures = failures;
        this.sharing = sharing;
    }

    private record Traced(RecordHandler handler, RecordTrace trace) implements RecordHandler {

        @Override
        public Optional<Instant> handle(ConsumerRecord<String, byte[]> record) {
            return trace.around(record, () -> handler.handle(record));
        }

        @Override
        public Optional<Instant> putAside(ConsumerRecord<String, byte[]> record) {
            return handler.putAside(record);
        }
    }

    PartitionProcessor of(Consumer<?, ?> owner, TopicPartition partition) {
        return works.computeIfAbsent(
                new Owned(owner, partition),
                _ -> new PartitionProcessor(
                        new OffsetTracker(failures.clock(), sharing.accountOf(), sharing.bulkhead(partition)),
                        handler,
                        failures::afterPause,
                        this::schedule));
    }

    /** The partition belongs to another consumer now. */
    void forget(Consumer<?, ?> owner, TopicPartition partition) {
        works.remove(new Owned(owner, partition));
    }

    /** How many orders are in hand: under way, or waiting for a place, a budget, an account or the time of a retry. */
    public int unfinished() {
        return works.values().stream()
                .mapToInt(work -> work.tracker().unfinished())
                .sum();
    }

    /** How many partitions this replica owns. */
    int owned() {
        return works.size();
    }

    private Runnable schedule(Duration delay, Runnable work) {
        ScheduledFuture<?> scheduled = timer.schedule(work, delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> scheduled.cancel(false);
    }

    private static ScheduledExecutorService timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("orders-due").daemon().factory());
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
