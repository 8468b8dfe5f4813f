package com.dmverify.sender.intake;

import com.dmverify.schemas.Topics;
import com.dmverify.sender.publication.Publisher;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.event.ListenerContainerIdleEvent;
import org.springframework.stereotype.Component;

/** Hears orders, new ones and those that come again, and lets each partition go at its own pace. */
@Component
class OrderListener {

    static final String ID = "dm-sender";

    private final PartitionWork work;
    private final Offsets offsets;

    OrderListener(PartitionWork work, Offsets offsets) {
        this.work = work;
        this.offsets = offsets;
    }

    @KafkaListener(
            id = ID,
            topics = {Topics.VERIFICATION_REQUESTED, Publisher.RETRY_TOPIC})
    void onOrders(List<ConsumerRecord<String, byte[]>> records, Consumer<?, ?> consumer) {
        pass(
                records.stream()
                        .collect(Collectors.groupingBy(
                                record -> new TopicPartition(record.topic(), record.partition()))),
                consumer);
    }

    /** While no records come the consumer passes here many times a second, on its own thread. */
    @EventListener
    void onIdle(ListenerContainerIdleEvent event) {
        if (event.getListenerId().startsWith(ID)) {
            pass(Map.of(), event.getConsumer());
        }
    }

    private void pass(Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> batches, Consumer<?, ?> consumer) {
        Set<TopicPartition> assigned = consumer.assignment();
        Concurrently.run(
                assigned,
                assigned.size(),
                partition -> work.pass(partition, batches.getOrDefault(partition, List.of())));
        offsets.move(consumer);
    }
}
