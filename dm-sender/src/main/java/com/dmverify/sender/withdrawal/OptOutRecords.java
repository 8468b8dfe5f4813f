package com.dmverify.sender.withdrawal;

import com.dmverify.events.OptOutChanged;
import com.dmverify.events.OptOutState;
import com.dmverify.redis.RedisAvailability;
import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.UndecodableEventException;
import com.dmverify.schemas.UnknownSchemaException;
import com.dmverify.support.record.RecordGuard;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Keeps what persons said, from the records of {@code opt-outs}. A record that cannot be read is an opt-out of the person
 * whom its key names, at the time of the record: too few messages are better than one that was refused.
 */
final class OptOutRecords {

    private final EventCodec codec;
    private final OptOuts optOuts;
    private final RecordGuard guard;

    OptOutRecords(EventCodec codec, OptOuts optOuts, RecordGuard guard) {
        this.codec = codec;
        this.optOuts = optOuts;
        this.guard = guard;
    }

    void read(List<ConsumerRecord<String, byte[]>> records) {
        List<Change> changes = new ArrayList<>();
        records.forEach(record -> guard.skipIfItFails(record, RedisAvailability::isUnavailable, () -> {
            try {
                changes.add(change(codec.decode(record.value(), OptOutChanged.class)));
            } catch (UndecodableEventException | UnknownSchemaException e) {
                changes.addAll(optOutByKey(record));
                throw e;
            }
        }));
        // Outside of what may be skipped: a change that cannot be kept holds the position, and with it all calls.
        for (Change change : changes) {
            optOuts.changed(change.account(), change.userId(), change.optedOut(), change.at());
        }
    }

    private record Change(String account, String userId, boolean optedOut, Instant at) {}

    private static Change change(OptOutChanged event) {
        boolean optedOut = event.getState() != OptOutState.OPTED_IN;
        return new Change(event.getAccount(), event.getUserId(), optedOut, event.getOccurredAt());
    }

    private static List<Change> optOutByKey(ConsumerRecord<String, byte[]> record) {
        String key = String.valueOf(record.key());
        int colon = key.lastIndexOf(':');
        return colon <= 0
                ? List.of()
                : List.of(new Change(
                        key.substring(0, colon),
                        key.substring(colon + 1),
                        true,
                        Instant.ofEpochMilli(record.timestamp())));
    }
}
