package com.dmverify.sender.consume;

import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What is done with one record. */
@FunctionalInterface
interface RecordHandler {

    /** Empty: the record may be let go. Otherwise when it has to come back. */
    Optional<Instant> handle(ConsumerRecord<String, byte[]> record);

    /** The same for a record that is not to be carried out now, because too many of its account are in hand. */
    default Optional<Instant> putAside(ConsumerRecord<String, byte[]> record) {
        return handle(record);
    }
}
