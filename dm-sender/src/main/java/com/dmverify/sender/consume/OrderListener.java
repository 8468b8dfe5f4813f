package com.dmverify.sender.consume;

import static com.dmverify.support.topic.TopicConfiguration.PREFIX;

import com.dmverify.schemas.Topics;
import com.dmverify.sender.publish.Publisher;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.event.ListenerContainerIdleEvent;
import org.springframework.stereotype.Component;

/** Reads orders, new ones and retries, and hands each to the processor of its partition. */
@Component
class OrderListener {

    static final String ID = "dm-sender";

    private final PartitionProcessors partitions;
    private final OffsetCommitter offsets;

    OrderListener(PartitionProcessors partitions, OffsetCommitter offsets) {
        this.partitions = partitions;
        this.offsets = offsets;
    }

    @KafkaListener(
            id = ID,
            groupId = PREFIX + ID,
            topics = {PREFIX + Topics.VERIFICATION_REQUESTED, PREFIX + Publisher.RETRY_TOPIC})
    void onOrders(List<ConsumerRecord<String, byte[]>> records, Consumer<?, ?> consumer) {
        pass(
                records.stream()
                        .collect(Collectors.groupingBy(
                                record -> new TopicPartition(record.topic(), record.partition()))),
                consumer);
    }

    /** While no records come, the consumer commits and resumes here once a second, on its own thread. */
    @EventListener
    void onIdle(ListenerContainerIdleEvent event) {
        if (event.getListenerId().startsWith(ID)) {
            pass(Map.of(), event.getConsumer());
        }
    }

    private void pass(Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> batches, Consumer<?, ?> consumer) {
        for (TopicPartition partition : consumer.assignment()) {
            partitions.of(consumer, partition).take(batches.getOrDefault(partition, List.of()));
        }
        offsets.move(consumer);
    }
}
