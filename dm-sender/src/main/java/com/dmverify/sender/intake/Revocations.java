package com.dmverify.sender.intake;

import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.stereotype.Component;

/** Forgets what was known of partitions that go to another replica. */
@Component
class Revocations implements ConsumerAwareRebalanceListener {

    private final Partitions partitions;

    Revocations(Partitions partitions) {
        this.partitions = partitions;
    }

    @Override
    public void onPartitionsRevokedAfterCommit(Consumer<?, ?> consumer, Collection<TopicPartition> revoked) {
        revoked.forEach(partitions::forget);
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> lost) {
        lost.forEach(partitions::forget);
    }
}
