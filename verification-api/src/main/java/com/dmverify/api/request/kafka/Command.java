package com.dmverify.api.request.kafka;

import com.dmverify.api.problem.Problem;
import com.dmverify.api.request.IdempotencyKey;
import com.dmverify.events.CancelVerification;
import com.dmverify.events.RequestVerification;
import com.dmverify.events.ResendMessage;
import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.UnknownSchemaException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A command as it stands in its record.
 *
 * @param id as it was sent; the key of the Kafka record if the command cannot be read
 * @param reference of the platform, if the command has one
 * @param body null if it has a schema that is not known, or is no command
 */
record Command(
        String id, @Nullable String reference, @Nullable SpecificRecord body) {

    /**
     * The command of this record.
     *
     * @throws com.dmverify.schemas.UndecodableEventException if the bytes are no Avro record of ours
     */
    static Command of(ConsumerRecord<String, byte[]> record, EventCodec codec) {
        String key = record.key() == null ? "" : record.key();
        try {
            SpecificRecord body = codec.decode(record.value());
            return switch (body) {
                case RequestVerification start -> new Command(start.getCommandId(), start.getReference(), start);
                case CancelVerification cancel -> new Command(cancel.getCommandId(), null, cancel);
                case ResendMessage resend -> new Command(resend.getCommandId(), null, resend);
                default -> new Command(key, null, null);
            };
        } catch (UnknownSchemaException e) {
            return new Command(key, null, null);
        }
    }

    /**
     * The idempotency key that the id is.
     *
     * @throws Problem if it is none
     */
    IdempotencyKey key() {
        return IdempotencyKey.read(id).orElseThrow(() -> Problem.invalid("/command_id", IdempotencyKey.NEEDED));
    }

    /**
     * Checks that the id is a key.
     *
     * @throws Problem if it is none
     */
    void requireKey() {
        var _ = key();
    }
}
