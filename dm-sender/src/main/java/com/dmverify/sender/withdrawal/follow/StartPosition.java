package com.dmverify.sender.withdrawal.follow;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;

/** Where a partition begins whose position is not known. */
@FunctionalInterface
public interface StartPosition {

    void seek(Consumer<?, ?> consumer, TopicPartition partition);

    /** At the first record. */
    static StartPosition beginning() {
        return (consumer, partition) -> consumer.seekToBeginning(List.of(partition));
    }

    /** At the first record that is not older than this, or at the end. */
    static StartPosition ago(Duration age, InstantSource clock) {
        return (consumer, partition) -> {
            long then = clock.instant().minus(age).toEpochMilli();
            OffsetAndTimestamp first =
                    consumer.offsetsForTimes(Map.of(partition, then)).get(partition);
            if (first == null) {
                consumer.seekToEnd(List.of(partition));
            } else {
                consumer.seek(partition, first.offset());
            }
        };
    }
}
