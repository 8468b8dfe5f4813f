package com.dmverify.sender.withdrawal;

import com.dmverify.events.OptOutChanged;
import com.dmverify.events.OptOutState;
import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.UndecodableEventException;
import com.dmverify.schemas.UnknownSchemaException;
import com.dmverify.sender.intake.SecondReader;
import com.dmverify.sender.optout.OptOuts;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Keeps what persons said, from the records of {@code opt-outs}. A record that cannot be read is an opt-out of the person
 * whom its key names, at the time of the record: too few messages are better than one that was refused.
 */
final class OptOutRecords {

    private final EventCodec codec;
    private final OptOuts optOuts;
    private final SecondReader reader;

    OptOutRecords(EventCodec codec, OptOuts optOuts, SecondReader reader) {
        this.codec = codec;
        this.optOuts = optOuts;
        this.reader = reader;
    }

    void read(List<ConsumerRecord<String, byte[]>> records) {
        reader.each(records, this::read);
    }

    private void read(ConsumerRecord<String, byte[]> record) {
        OptOutChanged change;
        try {
            change = codec.decode(record.value(), OptOutChanged.class);
        } catch (UndecodableEventException | UnknownSchemaException e) {
            optOutByKey(record);
            throw e;
        }
        boolean optedOut = change.getState() != OptOutState.OPTED_IN;
        optOuts.changed(change.getAccount(), change.getUserId(), optedOut, change.getOccurredAt());
    }

    private void optOutByKey(ConsumerRecord<String, byte[]> record) {
        String key = String.valueOf(record.key());
        int colon = key.lastIndexOf(':');
        if (colon > 0) {
            optOuts.changed(
                    key.substring(0, colon), key.substring(colon + 1), true, Instant.ofEpochMilli(record.timestamp()));
        }
    }
}
