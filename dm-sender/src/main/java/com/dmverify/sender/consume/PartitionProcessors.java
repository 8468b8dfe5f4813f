package com.dmverify.sender.consume;

import com.dmverify.schemas.Topics;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * The work of every partition that this replica owns, by the consumer that owns it: one that lost a partition without
 * noticing must not touch what the next owner, maybe in this very process, knows of it.
 */
public final class PartitionProcessors {

    private final Map<Owned, PartitionProcessor> works = new ConcurrentHashMap<>();
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
                        failures::afterPause));
    }

    /** The partition belongs to somebody else now. */
    void forget(Consumer<?, ?> owner, TopicPartition partition) {
        works.remove(new Owned(owner, partition));
    }

    /** How many orders are in hand: under way, or waiting for a place, a budget, an account or the time of a retry. */
    public int unfinished() {
        return works.values().stream()
                .mapToInt(work -> work.tracker().unfinished())
                .sum();
    }
}
