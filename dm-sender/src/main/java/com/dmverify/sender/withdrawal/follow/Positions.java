package com.dmverify.sender.withdrawal.follow;

import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;

/**
 * Up to where the topics were followed, by all replicas together. Kept beside what was read from them, so that both are
 * lost together: without a position a topic is read again.
 */
interface Positions {

    /** The next offset of each partition of this topic whose position is known. */
    Map<Integer, Long> all(String topic);

    /**
     * Moves on, after what was read is kept.
     *
     * @param from the position as the caller knows it; empty if there was none
     * @return false if there is another one now (another reader was here, or it was lost): then nothing changes
     */
    boolean advance(TopicPartition partition, OptionalLong from, long to);
}
