package com.dmverify.cli.deadletter.kafka;

import com.dmverify.cli.deadletter.DeadLetter;
import com.dmverify.cli.deadletter.RecordPosition;

/** What became of one dead letter that was to be written back. */
public sealed interface ReplayResult {

    /** All in-sync replicas have the record, at this position. */
    record Written(DeadLetter letter, RecordPosition to) implements ReplayResult {}

    /** Kafka will never accept this record, for this reason; it may accept others. */
    record Rejected(DeadLetter letter, String reason) implements ReplayResult {}

    /** Kafka did not accept the record now. */
    record Failed(DeadLetter letter, String reason) implements ReplayResult {}
}
