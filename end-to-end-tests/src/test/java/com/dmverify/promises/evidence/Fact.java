package com.dmverify.promises.evidence;

import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * One fact in the life of a verification, as any service may hear it.
 *
 * @param id the same for each repetition
 * @param name of the event's type
 * @param userId whose it is, once X has said who the handle is
 * @param reason only of a failure
 */
public record Fact(
        String id,
        String verification,
        String name,
        @Nullable String userId,
        @Nullable String reason) {

    static Fact of(String id, SpecificRecord event) {
        GenericRecord fields = (GenericRecord) event;
        return new Fact(
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

    /** Whether it is the end. */
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
