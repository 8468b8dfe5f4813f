package com.dmverify.sender.intake;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves each partition according to its progress: commits what is finished, goes back to a record when its time has
 * come, and pauses the partition only when it has read too far ahead of the first that waits. The consumer polls all
 * the while, so it stays in its group.
 *
 * <p>Everything here happens on the consumer's own thread, because only that one may touch the consumer.
 */
public final class Offsets {

    private static final Logger LOG = LoggerFactory.getLogger(Offsets.class);

    /** A commit holds up all partitions of this consumer, and the next one covers it. */
    private static final Duration COMMIT_TIMEOUT = Duration.ofSeconds(5);

    private final Partitions partitions;
    private final long readAhead;

    /** @param readAhead how many records of a partition are read beyond the first that waits */
    public Offsets(Partitions partitions, long readAhead) {
        this.partitions = partitions;
        this.readAhead = readAhead;
    }

    /** After a batch. */
    void move(Set<TopicPartition> worked, Consumer<?, ?> consumer) {
        for (TopicPartition partition : worked) {
            if (partitions.of(partition).ahead() >= readAhead) {
                consumer.pause(Set.of(partition));
            }
        }
        catchUp(consumer);
    }

    /** Commits what is not committed yet, and reads again from the first record whose time has come. */
    void catchUp(Consumer<?, ?> consumer) {
        Set<TopicPartition> assigned = consumer.assignment();
        commit(assigned, consumer);
        for (TopicPartition partition : assigned) {
            partitions.of(partition).firstDue().ifPresent(offset -> {
                goBack(partition, offset, consumer);
                consumer.resume(Set.of(partition));
            });
        }
    }

    private void goBack(TopicPartition partition, long offset, Consumer<?, ?> consumer) {
        // What lies before us is read anyway.
        if (offset < consumer.position(partition)) {
            consumer.seek(partition, offset);
            partitions.of(partition).soughtTo(offset);
        }
    }

    private void commit(Set<TopicPartition> assigned, Consumer<?, ?> consumer) {
        Map<TopicPartition, OffsetAndMetadata> offsets = assigned.stream()
                .filter(partition -> partitions.of(partition).isUncommitted())
                .collect(Collectors.toMap(
                        Function.identity(),
                        partition ->
                                new OffsetAndMetadata(partitions.of(partition).position())));
        if (offsets.isEmpty()) {
            return;
        }
        try {
            consumer.commitSync(offsets, COMMIT_TIMEOUT);
            offsets.forEach((partition, offset) -> partitions.of(partition).committed(offset.offset()));
        } catch (KafkaException e) {
            // A rebalance, or no broker: the next pass tries again. Should the partition go elsewhere meanwhile, the
            // ledger
            // tells its new owner what is settled.
            LOG.debug("Offsets not committed yet", e);
        }
    }
}
