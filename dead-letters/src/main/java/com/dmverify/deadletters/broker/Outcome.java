package com.dmverify.deadletters.broker;

import com.dmverify.deadletters.letter.Letter;
import com.dmverify.deadletters.letter.Position;

/** What became of one letter that was to be written back. */
public sealed interface Outcome {

    /** All in-sync replicas have it, here. */
    record Written(Letter letter, Position at) implements Outcome {}

    /** Kafka will never take it, for this reason; others may go. */
    record Refused(Letter letter, String reason) implements Outcome {}

    /** Kafka did not take it now. */
    record Failed(Letter letter, String reason) implements Outcome {}
}
