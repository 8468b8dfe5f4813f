package com.dmverify.sender.withdrawal;

import com.dmverify.events.VerificationCanceled;
import com.dmverify.events.VerificationExhausted;
import com.dmverify.events.VerificationExpired;
import com.dmverify.events.VerificationFailed;
import com.dmverify.events.VerificationSucceeded;
import com.dmverify.schemas.EventCodec;
import com.dmverify.sender.intake.SecondReader;
import com.dmverify.sender.ledger.Withdrawals;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Withdraws the orders of verifications that have ended, from the records of {@code verification.events}. */
final class EndedVerifications {

    private final EventCodec codec;
    private final Withdrawals withdrawals;
    private final SecondReader reader;

    EndedVerifications(EventCodec codec, Withdrawals withdrawals, SecondReader reader) {
        this.codec = codec;
        this.withdrawals = withdrawals;
        this.reader = reader;
    }

    void read(List<ConsumerRecord<String, byte[]>> records) {
        List<String> ended = new ArrayList<>();
        reader.each(records, record -> {
            String id = ended(codec.decode(record.value()));
            if (id != null) {
                ended.add(id);
            }
        });
        if (!ended.isEmpty()) {
            withdrawals.withdraw(ended);
        }
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
