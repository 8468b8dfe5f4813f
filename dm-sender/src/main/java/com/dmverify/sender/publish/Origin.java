package com.dmverify.sender.publish;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Where a record first appeared. */
final class Origin {

    private Origin() {}

    /** Topic, partition and offset, as in {@code verification.requested-3@1042}. */
    static String of(ConsumerRecord<?, ?> record) {
        String earlier = RetryState.of(record.headers()).origin();
        return earlier != null ? earlier : record.topic() + "-" + record.partition() + "@" + record.offset();
    }
}
