package com.dmverify.sender.withdrawal.follow;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * The partitions that one consumer follows. Each is read from its shared position, and that position moves on when what
 * was read is kept. Not thread-safe.
 */
final class FollowedPartitions {

    private final Map<TopicPartition, OptionalLong> positions = new HashMap<>();
    private final Consumer<String, byte[]> consumer;
    private final FollowedTopic topic;
    private final Positions shared;

    FollowedPartitions(Consumer<String, byte[]> consumer, FollowedTopic topic, Positions shared) {
        this.consumer = consumer;
        this.topic = topic;
        this.shared = shared;
    }

    /** Goes to the shared position in every partition that is new here. */
    void find() {
        Set<TopicPartition> found = new HashSet<>(consumer.assignment());
        found.removeAll(positions.keySet());
        if (found.isEmpty()) {
            return;
        }
        Map<Integer, Long> known = shared.all(topic.name());
        for (TopicPartition partition : found) {
            Long offset = known.get(partition.partition());
            if (offset == null) {
                topic.start().seek(consumer, partition);
            } else {
                consumer.seek(partition, offset);
            }
            positions.put(partition, offset == null ? OptionalLong.empty() : OptionalLong.of(offset));
        }
        consumer.resume(found);
    }

    /** Keeps what was read, and moves on. Records of partitions whose position is not known here are read later. */
    void keep(ConsumerRecords<String, byte[]> records) {
        Map<Integer, Long> known = shared.all(topic.name());
        for (TopicPartition partition : Set.copyOf(positions.keySet())) {
            topic.handler().accept(records.records(partition));
            long position = consumer.position(partition);
            if (!Objects.equals(known.get(partition.partition()), position)) {
                advance(partition, position);
            }
        }
    }

    private void advance(TopicPartition partition, long position) {
        OptionalLong known = positions.getOrDefault(partition, OptionalLong.empty());
        if (shared.advance(partition, known, position)) {
            positions.put(partition, OptionalLong.of(position));
        } else {
            // Redis lost it, or another reader was here: begin where the shared position says.
            positions.remove(partition);
        }
    }

    /** These belong to another reader by now. */
    void forget(Collection<TopicPartition> partitions) {
        positions.keySet().removeAll(Set.copyOf(partitions));
    }

    /** What is known here may be wrong: begin again at the shared positions. */
    void forget() {
        positions.clear();
    }
}
