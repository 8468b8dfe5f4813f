package com.dmverify.guarantees.evidence;

import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * One event of a verification, as any service can read it.
 *
 * @param id the same for each delivery of the event
 * @param name of the event's type
 * @param userId of the target; {@code null} until X has resolved the handle
 * @param reason of a failure, otherwise {@code null}
 */
public record RecordedEvent(
        String id,
        String verification,
        String name,
        @Nullable String userId,
        @Nullable String reason) {

    static RecordedEvent of(String id, SpecificRecord event) {
        GenericRecord fields = (GenericRecord) event;
        return new RecordedEvent(
                id,
                String.valueOf(fields.get("verification_id")),
                event.getSchema().getName(),
                text(fields, "target_user_id"),
                text(fields, "reason"));
    }

    private static @Nullable String text(GenericRecord fields, String name) {
        Object value = fields.hasField(name) ? fields.get(name) : null;
        return value == null ? null : value.toString();
    }

    /** Whether the event is terminal. */
    public boolean isTerminal() {
        return switch (name) {
            case "VerificationSucceeded",
                    "VerificationExpired",
                    "VerificationExhausted",
                    "VerificationCanceled",
                    "VerificationFailed" -> true;
            default -> false;
        };
    }
}
