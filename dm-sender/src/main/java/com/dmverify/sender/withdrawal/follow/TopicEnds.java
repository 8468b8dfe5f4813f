package com.dmverify.sender.withdrawal.follow;

import java.util.Map;

/** Where topics end at the moment. */
@FunctionalInterface
interface TopicEnds {

    /** The offset of the next record of each partition; throws if Kafka does not say. */
    Map<Integer, Long> of(String topic);
}
