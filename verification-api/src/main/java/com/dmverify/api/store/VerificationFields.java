package com.dmverify.api.store;

import com.dmverify.api.verification.Handle;
import com.dmverify.api.verification.Remaining;
import com.dmverify.api.verification.Status;
import com.dmverify.api.verification.Target;
import com.dmverify.api.verification.UserId;
import com.dmverify.api.verification.Verification;
import com.dmverify.api.verification.VerificationId;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/** The fields of a stored verification. */
final class VerificationFields {

    static final String METADATA = "metadata";

    private static final Set<String> NAMES = Set.of(
            "handle",
            "user_id",
            "handle_as_of",
            "by_handle",
            "status",
            "reason",
            "tries",
            "sends",
            "resend_at",
            "sequence",
            "created_at",
            "ended_at",
            "disputed_at");

    private VerificationFields() {}

    static boolean isKnown(String name) {
        return NAMES.contains(name)
                || DeliveryFields.NAMES.contains(name)
                || RequestFields.NAMES.contains(name)
                || ProofFields.NAMES.contains(name);
    }

    static void write(Verification verification, JsonGenerator json) {
        FieldWriter out = new FieldWriter(json);
        RequestFields.write(verification.request(), out);
        target(verification.target(), out);
        out.text("status", verification.status().wire());
        out.text("reason", verification.reason());
        DeliveryFields.write(verification.delivery(), out);
        ProofFields.write(verification.code(), out);
        ProofFields.write(verification.challenge(), out);
        out.number("tries", verification.remaining().tries());
        out.number("sends", verification.remaining().sends());
        out.time("resend_at", verification.remaining().nextSendAt());
        out.number("sequence", verification.sequence());
        out.time("created_at", verification.createdAt());
        out.time("ended_at", verification.endedAt());
        out.time("disputed_at", verification.disputedAt());
    }

    private static void target(Target target, FieldWriter out) {
        out.text("handle", target.handle() == null ? null : target.handle().value());
        out.text("user_id", target.userId() == null ? null : target.userId().value());
        out.time("handle_as_of", target.handleAsOf());
        if (target.isByHandle() && target.userId() != null) {
            out.number("by_handle", 1);
        }
    }

    static Verification read(VerificationId id, FieldReader fields, Map<String, String> metadata) {
        return new Verification(
                id,
                RequestFields.read(fields, metadata),
                target(fields),
                Status.ofWire(fields.text("status")),
                fields.optional("reason"),
                DeliveryFields.read(fields),
                ProofFields.code(fields),
                ProofFields.challenge(fields),
                new Remaining(fields.number("tries"), fields.number("sends"), fields.time("resend_at")),
                Long.parseLong(fields.text("sequence")),
                fields.time("created_at"),
                fields.optionalTime("ended_at"),
                fields.optionalTime("disputed_at"));
    }

    /** While the id is not known, the handle is what was claimed. */
    private static Target target(FieldReader fields) {
        Handle handle = fields.map("handle", Handle::new);
        UserId userId = fields.map("user_id", UserId::new);
        boolean isByHandle = fields.optional("by_handle") != null || (handle != null && userId == null);
        return new Target(handle, userId, fields.optionalTime("handle_as_of"), isByHandle);
    }
}
