package com.dmverify.sender.consume;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves each partition according to its progress: commits what is finished, and pauses the partition while too many
 * of its records are in memory. The consumer polls all the while, so it stays in its group.
 *
 * <p>Everything here happens on the consumer's own thread, because only that one may touch the consumer.
 */
public final class OffsetCommitter {

    private static final Logger LOG = LoggerFactory.getLogger(OffsetCommitter.class);

    /** A commit holds up all partitions of this consumer, and the next one covers it. */
    private static final Duration COMMIT_TIMEOUT = Duration.ofSeconds(5);

    private final Map<Consumer<?, ?>, Instant> committed = Collections.synchronizedMap(new WeakHashMap<>());
    private final PartitionProcessors partitions;
    private final Settings settings;

    /**
     * How fast.
     *
     * @param maxInMemory records of this replica in memory, over all partitions, before those with more than their share are
     *     paused
     * @param commitEvery how often a consumer commits at most
     */
    public record Settings(InstantSource clock, int maxInMemory, Duration commitEvery) {}

    public OffsetCommitter(PartitionProcessors partitions, Settings settings) {
        this.partitions = partitions;
        this.settings = settings;
    }

    /** After a pass over what was read and what was due. */
    void move(Consumer<?, ?> consumer) {
        Set<TopicPartition> assigned = consumer.assignment();
        if (isTimeToCommit(consumer)) {
            commit(assigned, consumer);
        }
        boolean full = partitions.unfinished() >= settings.maxInMemory();
        int share = settings.maxInMemory() / Math.max(1, partitions.owned());
        Map<Boolean, Set<TopicPartition>> tooFar = assigned.stream()
                .collect(Collectors.partitioningBy(
                        partition -> full && tracker(partition, consumer).unfinished() >= share, Collectors.toSet()));
        consumer.pause(tooFar.get(true));
        consumer.resume(tooFar.get(false));
    }

    private boolean isTimeToCommit(Consumer<?, ?> consumer) {
        Instant now = settings.clock().instant();
        Instant last = committed.getOrDefault(consumer, Instant.EPOCH);
        if (now.isBefore(last.plus(settings.commitEvery()))) {
            return false;
        }
        committed.put(consumer, now);
        return true;
    }

    /** Commits the positions of these partitions that the brokers do not know. */
    void commit(Collection<TopicPartition> moved, Consumer<?, ?> consumer) {
        Map<TopicPartition, OffsetAndMetadata> offsets = moved.stream()
                .filter(partition -> tracker(partition, consumer).isUncommitted())
                .collect(Collectors.toMap(
                        Function.identity(),
                        partition -> new OffsetAndMetadata(
                                tracker(partition, consumer).position())));
        if (offsets.isEmpty()) {
            return;
        }
        try {
            consumer.commitSync(offsets, COMMIT_TIMEOUT);
            offsets.forEach((partition, offset) -> tracker(partition, consumer).committed(offset.offset()));
        } catch (KafkaException e) {
            // A rebalance, or no broker: the next pass tries again. Should the partition go elsewhere meanwhile, the
            // ledger gives its new owner what is settled.
            LOG.debug("Offsets not committed yet", e);
        }
    }

    private OffsetTracker tracker(TopicPartition partition, Consumer<?, ?> consumer) {
        return partitions.of(consumer, partition).tracker();
    }
}
