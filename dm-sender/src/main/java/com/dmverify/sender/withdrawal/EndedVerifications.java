package com.dmverify.sender.withdrawal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dmverify.events.VerificationCanceled;
import com.dmverify.events.VerificationExhausted;
import com.dmverify.events.VerificationExpired;
import com.dmverify.events.VerificationFailed;
import com.dmverify.events.VerificationSucceeded;
import com.dmverify.redis.RedisAvailability;
import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.UndecodableEventException;
import com.dmverify.schemas.UnknownSchemaException;
import com.dmverify.sender.ledger.Withdrawals;
import com.dmverify.support.record.RecordGuard;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Withdraws the orders of verifications that have ended, from the records of {@code verification.events}. A record that
 * cannot be decoded counts as the end of the verification that its key names, unless its CloudEvents type says otherwise:
 * a message that is not sent is better than one after a STOP.
 */
final class EndedVerifications {

    private static final Set<String> ENDS = Stream.of(
                    VerificationSucceeded.class,
                    VerificationExpired.class,
                    VerificationExhausted.class,
                    VerificationCanceled.class,
                    VerificationFailed.class)
            .map(Class::getName)
            .collect(Collectors.toUnmodifiableSet());
    private static final String OUR_TYPES = VerificationCanceled.class.getPackageName() + ".";
    private static final Pattern VERIFICATION_ID = Pattern.compile("ver_[A-Za-z0-9]{1,64}");

    private final EventCodec codec;
    private final Withdrawals withdrawals;
    private final RecordGuard guard;

    EndedVerifications(EventCodec codec, Withdrawals withdrawals, RecordGuard guard) {
        this.codec = codec;
        this.withdrawals = withdrawals;
        this.guard = guard;
    }

    void read(List<ConsumerRecord<String, byte[]>> records) {
        List<String> ended = new ArrayList<>();
        records.forEach(record -> guard.skipIfItFails(record, RedisAvailability::isUnavailable, () -> {
            SpecificRecord event;
            try {
                event = codec.decode(record.value());
            } catch (UndecodableEventException | UnknownSchemaException e) {
                if (mayBeAnEnd(record)) {
                    ended.add(record.key());
                }
                throw e;
            }
            String id = ended(event);
            if (id != null) {
                ended.add(id);
            }
        }));
        if (!ended.isEmpty()) {
            withdrawals.withdraw(ended);
        }
    }

    private static boolean mayBeAnEnd(ConsumerRecord<String, byte[]> record) {
        if (record.key() == null || !VERIFICATION_ID.matcher(record.key()).matches()) {
            return false;
        }
        Header header = record.headers().lastHeader("ce_type");
        String type = header == null || header.value() == null ? "" : new String(header.value(), UTF_8);
        return ENDS.contains(type) || !type.startsWith(OUR_TYPES);
    }

    /** The verification whose end this event is; null for any other event. */
    private static @Nullable String ended(SpecificRecord event) {
        return switch (event) {
            case VerificationSucceeded end -> end.getVerificationId();
            case VerificationExpired end -> end.getVerificationId();
            case VerificationExhausted end -> end.getVerificationId();
            case VerificationCanceled end -> end.getVerificationId();
            case VerificationFailed end -> end.getVerificationId();
            default -> null;
        };
    }
}
