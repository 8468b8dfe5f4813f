package com.dmverify.sender.withdrawal.follow;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;

/** Positions for tests that need nothing but the JVM; {@link PositionsContract} says that it keeps them. */
final class InMemoryPositions implements Positions {

    private final Map<TopicPartition, Long> positions = new HashMap<>();

    @Override
    public synchronized Map<Integer, Long> all(String topic) {
        Map<Integer, Long> all = new HashMap<>();
        positions.forEach((partition, offset) -> {
            if (partition.topic().equals(topic)) {
                all.put(partition.partition(), offset);
            }
        });
        return all;
    }

    @Override
    public synchronized boolean advance(TopicPartition partition, OptionalLong from, long to) {
        Long known = positions.get(partition);
        if (!Objects.equals(known, from.isPresent() ? from.getAsLong() : null)) {
            return false;
        }
        positions.put(partition, to);
        return true;
    }

    synchronized void lose() {
        positions.clear();
    }
}
