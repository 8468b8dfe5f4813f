package com.dmverify.sender.intake;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves each partition according to its progress: commits what is finished, goes back to a record when its time has come,
 * and pauses the partition only when it has read too far ahead of the first that waits. The consumer polls all the while,
 * so it stays in its group.
 *
 * <p>Everything here happens on the consumer's own thread, because only that one may touch the consumer.
 */
public final class Offsets {

    private static final Logger LOG = LoggerFactory.getLogger(Offsets.class);

    private final Partitions partitions;
    private final long readAhead;

    /** @param readAhead how many records of a partition are read beyond the first that waits */
    public Offsets(Partitions partitions, long readAhead) {
        this.partitions = partitions;
        this.readAhead = readAhead;
    }

    /** After a batch. */
    void move(Set<TopicPartition> worked, Consumer<?, ?> consumer) {
        commit(worked, consumer);
        for (TopicPartition partition : worked) {
            if (partitions.of(partition).ahead() >= readAhead) {
                consumer.pause(Set.of(partition));
            }
        }
        goBackWhereDue(consumer);
    }

    /** Reads again from the first record whose time has come. */
    void goBackWhereDue(Consumer<?, ?> consumer) {
        for (TopicPartition partition : consumer.assignment()) {
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

    private void commit(Set<TopicPartition> worked, Consumer<?, ?> consumer) {
        Map<TopicPartition, OffsetAndMetadata> offsets = worked.stream()
                .collect(Collectors.toMap(
                        partition -> partition,
                        partition ->
                                new OffsetAndMetadata(partitions.of(partition).position())));
        try {
            consumer.commitSync(offsets);
        } catch (KafkaException e) {
            // A rebalance, or no broker: whoever gets these records again is told by the ledger that they are settled.
            LOG.info("Offsets not committed, records may come again: {}", e.toString());
        }
    }
}
