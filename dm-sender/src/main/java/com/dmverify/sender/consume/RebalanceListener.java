package com.dmverify.sender.consume;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/**
 * Lets partitions go: what is in flight is finished and committed, nothing new is begun. So it is in a rebalance, and so
 * it is at the end of this replica.
 */
public final class RebalanceListener implements ConsumerAwareRebalanceListener {

    private static final Logger LOG = LoggerFactory.getLogger(RebalanceListener.class);

    private final PartitionProcessors partitions;
    private final OffsetCommitter offsets;
    private final Duration grace;
    private final InstantSource clock;

    /** @param grace for what is in flight */
    public RebalanceListener(
            PartitionProcessors partitions, OffsetCommitter offsets, Duration grace, InstantSource clock) {
        this.partitions = partitions;
        this.offsets = offsets;
        this.grace = grace;
        this.clock = clock;
    }

    @Override
    public void onPartitionsRevokedBeforeCommit(Consumer<?, ?> consumer, Collection<TopicPartition> revoked) {
        List<PartitionProcessor> works = revoked.stream()
                .map(partition -> partitions.of(consumer, partition))
                .toList();
        works.forEach(PartitionProcessor::beginNothing);
        Instant latest = clock.instant().plus(grace);
        for (PartitionProcessor work : works) {
            if (!work.awaitEnd(Duration.between(clock.instant(), latest))) {
                // Their claims stay until the lease ends; then the new owner of the partition finds out what became of
                // them.
                LOG.warn("Orders are still under way after {}; their partition goes all the same", grace);
            }
        }
        offsets.commit(revoked, consumer);
    }

    @Override
    public void onPartitionsRevokedAfterCommit(Consumer<?, ?> consumer, Collection<TopicPartition> revoked) {
        revoked.forEach(partition -> partitions.forget(consumer, partition));
    }

    /** Another consumer may own them already: there is nothing to commit or to wait for. */
    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> lost) {
        lost.forEach(partition -> {
            partitions.of(consumer, partition).beginNothing();
            partitions.forget(consumer, partition);
        });
    }
}
