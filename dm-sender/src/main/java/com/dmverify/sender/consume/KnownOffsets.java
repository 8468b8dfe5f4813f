package com.dmverify.sender.consume;

import java.util.Objects;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Distinguishes a record that Kafka hands out twice from another one with the same offset. The second happens when the log was
 * cut (unclean leader election) or the topic was made again: offsets are then used a second time. Not thread-safe.
 */
final class KnownOffsets {

    /** More than two polls: whatever is handed out twice was read by one of the last ones. */
    private static final int MOST = 1_000;

    private final TreeMap<Long, Integer> identities = new TreeMap<>();

    void add(ConsumerRecord<?, ?> record) {
        identities.put(record.offset(), identity(record));
        if (identities.size() > MOST) {
            identities.pollFirstEntry();
        }
    }

    /** Whether exactly this record was read before. */
    boolean contains(ConsumerRecord<?, ?> record) {
        return Objects.equals(identities.get(record.offset()), identity(record));
    }

    /** These offsets are used again. */
    void forgetFrom(long offset) {
        identities.tailMap(offset, true).clear();
    }

    /** The same for each delivery of one record; with another leader or time it is another record. */
    static int identity(ConsumerRecord<?, ?> record) {
        return Objects.hash(record.timestamp(), record.leaderEpoch(), record.serializedValueSize());
    }
}
