package com.dmverify.sender.withdrawal;

import com.dmverify.events.OptOutChanged;
import com.dmverify.events.OptOutState;
import com.dmverify.redis.RedisAvailability;
import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.UndecodableEventException;
import com.dmverify.schemas.UnknownSchemaException;
import com.dmverify.support.record.RecordGuard;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Keeps what persons said, from the records of {@code opt-outs}. A damaged record is an opt-out of the person whom its key
 * names, at the time of the record: too few messages are better than one that was refused. One that a newer version wrote
 * counts as an opt-out until it can be read; it is kept, tried again and then taken over as what it says. Not thread-safe.
 */
final class OptOutRecords {

    private final EventCodec codec;
    private final OptOuts optOuts;
    private final RecordGuard guard;
    private final Duration retryEvery;
    private final Clock clock;
    private Instant nextRetry = Instant.MIN;

    /** @param retryEvery how often records that could not be read are tried again */
    OptOutRecords(EventCodec codec, OptOuts optOuts, RecordGuard guard, Duration retryEvery, Clock clock) {
        this.codec = codec;
        this.optOuts = optOuts;
        this.guard = guard;
        this.retryEvery = retryEvery;
        this.clock = clock;
    }

    /** Keeps what stands in these records, which may be none, and in those that could not be read before. */
    void read(List<ConsumerRecord<String, byte[]>> records) {
        retryUnread();
        List<Change> changes = new ArrayList<>();
        List<UnreadOptOut> unread = new ArrayList<>();
        records.forEach(record -> guard.skipIfItFails(record, RedisAvailability::isUnavailable, () -> {
            try {
                changes.add(change(codec.decode(record.value(), OptOutChanged.class)));
            } catch (UnknownSchemaException e) {
                byKey(record).ifPresent(unread::add);
                throw e;
            } catch (UndecodableEventException e) {
                byKey(record)
                        .ifPresent(damaged ->
                                changes.add(new Change(damaged.account(), damaged.userId(), true, damaged.at())));
                throw e;
            }
        }));
        // Outside of what may be skipped: a change that cannot be kept holds the position, and with it all calls.
        for (Change change : changes) {
            optOuts.changed(change.account(), change.userId(), change.optedOut(), change.at());
        }
        unread.forEach(optOuts::keepUnread);
    }

    private void retryUnread() {
        Instant now = clock.instant();
        if (now.isBefore(nextRetry)) {
            return;
        }
        nextRetry = now.plus(retryEvery);
        optOuts.unread().forEach(this::retry);
    }

    private void retry(UnreadOptOut record) {
        try {
            Change change = change(codec.decode(Base64.getDecoder().decode(record.bytes()), OptOutChanged.class));
            optOuts.wasRead(record, change.optedOut(), change.at());
        } catch (UnknownSchemaException _) {
            // Not yet.
        } catch (UndecodableEventException e) {
            optOuts.wasRead(record, true, record.at());
        }
    }

    private record Change(String account, String userId, boolean optedOut, Instant at) {}

    private static Change change(OptOutChanged event) {
        boolean optedOut = event.getState() != OptOutState.OPTED_IN;
        return new Change(event.getAccount(), event.getUserId(), optedOut, event.getOccurredAt());
    }

    /** The person is the one whom the key names; empty if it names none. */
    private static Optional<UnreadOptOut> byKey(ConsumerRecord<String, byte[]> record) {
        String key = String.valueOf(record.key());
        int colon = key.lastIndexOf(':');
        return colon <= 0
                ? Optional.empty()
                : Optional.of(new UnreadOptOut(
                        record.partition() + "-" + record.offset(),
                        key.substring(0, colon),
                        key.substring(colon + 1),
                        Instant.ofEpochMilli(record.timestamp()),
                        record.value() == null ? "" : Base64.getEncoder().encodeToString(record.value())));
    }
}
