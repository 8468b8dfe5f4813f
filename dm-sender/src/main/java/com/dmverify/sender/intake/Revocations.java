package com.dmverify.sender.intake;

import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.stereotype.Component;

/** Forgets what was known of partitions that go to another replica. */
@Component
class Revocations implements ConsumerAwareRebalanceListener {

    private final PartitionWork work;
    private final Offsets offsets;

    Revocations(PartitionWork work, Offsets offsets) {
        this.work = work;
        this.offsets = offsets;
    }

    @Override
    public void onPartitionsRevokedAfterCommit(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        forget(partitions);
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        forget(partitions);
    }

    private void forget(Collection<TopicPartition> partitions) {
        partitions.forEach(work::forget);
        partitions.forEach(offsets::forget);
    }
}
