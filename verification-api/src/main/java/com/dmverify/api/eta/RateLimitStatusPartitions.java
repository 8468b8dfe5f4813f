package com.dmverify.api.eta;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Assigns all partitions of the topic to a consumer, later ones too, each from its beginning. */
final class RateLimitStatusPartitions {

    private final Consumer<String, byte[]> consumer;
    private final String topic;
    private final Duration timeout;

    RateLimitStatusPartitions(Consumer<String, byte[]> consumer, String topic, Duration timeout) {
        this.consumer = consumer;
        this.topic = topic;
        this.timeout = timeout;
    }

    /** Assigns the partitions; returns whether there are any. The client refreshes its metadata by itself. */
    boolean areThere() {
        Set<TopicPartition> all = consumer.partitionsFor(topic, timeout).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .collect(Collectors.toSet());
        if (!all.equals(consumer.assignment())) {
            consumer.assign(all); // partitions with a position keep it, the others begin at the beginning
        }
        return !all.isEmpty();
    }
}
