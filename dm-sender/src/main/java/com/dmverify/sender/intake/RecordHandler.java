package com.dmverify.sender.intake;

import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What is done with one record. */
@FunctionalInterface
interface RecordHandler {

    /** Empty: the record may be let go. Otherwise when it has to come back. Never throws. */
    Optional<Instant> handle(ConsumerRecord<String, byte[]> record);
}
